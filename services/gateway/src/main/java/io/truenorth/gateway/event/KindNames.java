package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.LowerCaseWords;
import io.truenorth.identity.MissingValue;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of a source's events by their names: those that the source lists, and for other names the words of the name.
 *
 * @param listed kinds by the name of an event, exactly as it is sent
 */
public record KindNames(Map<String, String> listed) {

    private static final int LONGEST_KIND = LowerCaseWords.LONGEST;

    /** Keeps an immutable copy. */
    public KindNames {
        listed = Map.copyOf(listed);
    }

    /** The kind that the source lists for a name. */
    public Optional<String> listed(String name) {
        return Optional.ofNullable(listed.get(name));
    }

    /** The words of a name: {@code Order Completed} and {@code orderCompleted} are {@code order_completed}. */
    public static String wordsOf(String name) {
        return LowerCaseWords.of(name);
    }

    /**
     * The kind of events of a name.
     *
     * @throws IllegalArgumentException saying what was expected, if the source does not list it and it has no Latin letters or
     *     digits, or too many, or is a word for a missing value
     */
    public String kindOf(String name) {
        return listed(name).orElseGet(() -> description(name));
    }

    private static String description(String name) {
        String kind = wordsOf(name);
        if (MissingValue.is(name)) {
            throw new IllegalArgumentException(
                    "expected a name of what happened, was a program's word for a missing value, " + Excerpt.of(name));
        }
        if (kind.isEmpty() || kind.length() > LONGEST_KIND) {
            throw new IllegalArgumentException("expected a name that makes a kind of 1 to " + LONGEST_KIND
                    + " letters a-z and digits, or one that the source lists under names, was " + Excerpt.of(name));
        }
        return kind;
    }
}
