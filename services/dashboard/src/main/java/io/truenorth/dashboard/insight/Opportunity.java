package io.truenorth.dashboard.insight;

import java.util.List;

/**
 * A statistically significant difference between groups of customers that points to a possible improvement.
 *
 * @param id the kind and its subject: {@code costly-channel:support}
 * @param kind the kind of opportunity
 * @param sentence a sentence with the numbers
 * @param impact points at stake, in points
 * @param customers the number of customers it is about
 * @param evidence a chart of the numbers
 * @param href the list of exactly these customers
 */
public record Opportunity(
        String id, Kind kind, String sentence, double impact, long customers, Evidence evidence, String href) {

    /** Kinds of opportunities. */
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

        /** The name of the kind in ids and responses. */
        public String word() {
            return word;
        }
    }

    /**
     * A bar chart.
     *
     * @param caption the title, with the unit
     * @param bars the bars in display order
     */
    public record Evidence(String caption, List<Bar> bars) {}

    /**
     * A bar of the chart.
     *
     * @param label the name of the group
     * @param value the value, in the unit of the chart
     * @param marked whether the sentence is about this group
     */
    public record Bar(String label, double value, boolean marked) {}
}
