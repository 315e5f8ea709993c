package io.truenorth.schemas;

import java.util.Optional;

/**
 * How a record on {@code touchpoints-failed} was resolved; the value of {@code touchpoints-failed-resolved}, as text:
 * {@code REPLAYED}, or {@code DISCARDED} and a comment.
 *
 * @param kind how it was resolved
 * @param because the reason given; empty if none
 */
public record FailureResolution(Kind kind, String because) {

    /** The resolutions. The names are part of the contract. */
    public enum Kind {
        /** The record was sent again, through its original entry point. */
        REPLAYED,
        /** The record was discarded deliberately. */
        DISCARDED
    }

    /** Returns the resolution of a replayed record. */
    public static FailureResolution replayed() {
        return new FailureResolution(Kind.REPLAYED, "");
    }

    /** Returns the resolution of a discarded record. */
    public static FailureResolution discarded(String because) {
        return new FailureResolution(Kind.DISCARDED, because);
    }

    /** Parses the text; empty if the resolution is unknown to this version. */
    public static Optional<FailureResolution> parse(String text) {
        String[] words = text.split(" ", 2);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(words[0])) {
                return Optional.of(new FailureResolution(kind, words.length > 1 ? words[1] : ""));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return because.isEmpty() ? kind.name() : kind.name() + " " + because;
    }
}
