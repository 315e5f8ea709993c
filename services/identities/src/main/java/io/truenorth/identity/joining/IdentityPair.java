package io.truenorth.identity.joining;

import java.util.Comparator;

/**
 * Two different identities, in the order of their texts.
 *
 * @param first the smaller
 * @param second the greater
 */
public record IdentityPair(String first, String second) implements Comparable<IdentityPair> {
    private static final Comparator<IdentityPair> ORDER =
            Comparator.comparing(IdentityPair::first).thenComparing(IdentityPair::second);

    /** Requires the order. */
    public IdentityPair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("expected two identities in their order, were " + first + ", " + second);
        }
    }

    /** Returns the pair of two identities, in whatever order they are given. */
    public static IdentityPair of(String left, String right) {
        return left.compareTo(right) < 0 ? new IdentityPair(left, right) : new IdentityPair(right, left);
    }

    /** Returns whether an identity is one of the two. */
    public boolean has(String identity) {
        return first.equals(identity) || second.equals(identity);
    }

    @Override
    public int compareTo(IdentityPair other) {
        return ORDER.compare(this, other);
    }
}
