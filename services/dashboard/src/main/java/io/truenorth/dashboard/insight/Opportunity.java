package io.truenorth.dashboard.insight;

import java.util.List;

/**
 * Something that could be done better.
 *
 * @param id the kind and what it is about: {@code costly-channel:support}
 * @param kind what sort it is
 * @param sentence what is so, in a sentence
 * @param impact points at stake, in points
 * @param customers who are behind it
 * @param evidence what shows it
 * @param href the list of exactly those customers
 */
public record Opportunity(
        String id, Kind kind, String sentence, double impact, long customers, Evidence evidence, String href) {

    /** Sorts of opportunities. */
    public enum Kind {
        COSTLY_CHANNEL("costly-channel"),
        SINGLE_CHANNEL("single-channel"),
        DETRACTORS_OF_PRODUCT("detractors-of-product"),
        SLIPPING_SEGMENT("slipping-segment"),
        DORMANT("dormant");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }

    /**
     * A small chart.
     *
     * @param caption what it shows
     * @param bars in order
     */
    public record Evidence(String caption, List<Bar> bars) {}

    /**
     * A bar of it.
     *
     * @param label what it stands for
     * @param value how long it is
     * @param marked whether the sentence is about this one
     */
    public record Bar(String label, double value, boolean marked) {}
}
