package io.truenorth.documents.history;

import java.util.Optional;

/**
 * Consent that a line gives or withdraws, by purpose: given, withdrawn, or not said.
 *
 * @param scoring consent to scoring
 * @param activation consent to use of the score outside the system
 */
public record HistoryConsent(Optional<Boolean> scoring, Optional<Boolean> activation) {
    /** Nothing is said. */
    public static final HistoryConsent NONE = new HistoryConsent(Optional.empty(), Optional.empty());

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return scoring.isEmpty() && activation.isEmpty();
    }
}
