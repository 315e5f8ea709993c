package io.truenorth.schemas;

import java.util.Optional;

/**
 * What was done about a record on {@code touchpoints-failed}; the value of {@code touchpoints-failed-resolved}, as text: {@code
 * REPLAYED}, or {@code DISCARDED} and why.
 *
 * @param kind what was done
 * @param because why; empty where nobody said
 */
public record FailureResolution(Kind kind, String because) {

    /** What can be done. The names are part of the contract. */
    public enum Kind {
        /** It was sent again, by its own way. */
        REPLAYED,
        /** It is left as it is on purpose. */
        DISCARDED
    }

    /** Sent again. */
    public static FailureResolution replayed() {
        return new FailureResolution(Kind.REPLAYED, "");
    }

    /** Left as it is. */
    public static FailureResolution discarded(String because) {
        return new FailureResolution(Kind.DISCARDED, because);
    }

    /** Reads the text; empty if only a newer writer knows it. */
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
