package io.truenorth.identity.joining;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The erased identities that a partition knows of: those of its keys, and soon after their erasure those of all others. */
public interface Suppressions {
    /** Returns the suppression of an identity, whichever partition has it; null if it was never erased. */
    @Nullable
    Suppression of(String identity);

    /** Takes the suppression of an identity; returns it together with what was known before. */
    Suppression add(String identity, Suppression suppression);

    /**
     * Returns whether an identity was erased so lately that its links, from before, may still be known here as reported.
     */
    boolean isBeingForgotten(String identity);

    /** Returns the epoch of an identity of which nothing is stored: that of its last erasure, or 0. */
    default long epoch(String identity) {
        Suppression suppression = of(identity);
        return suppression == null ? 0 : suppression.epoch();
    }

    /**
     * Has every partition take suppressions, and remove what its customers, identities and references still say of these
     * identities. It takes effect after what was sent before.
     */
    void tellAll(Map<String, Suppression> suppressions);

    /** Returns the time of an erasure that is executed now, epoch ms. */
    long now();
}
