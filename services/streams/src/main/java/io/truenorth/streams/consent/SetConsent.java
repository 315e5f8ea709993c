package io.truenorth.streams.consent;

import io.truenorth.contract.Consent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Consent for a purpose, given or withdrawn by an event or a request.
 *
 * @param purpose what for
 * @param given whether it was given; otherwise it was withdrawn
 * @param at the time of the event or the request, epoch ms
 * @param eventId the id of the event or the request
 */
public record SetConsent(Purpose purpose, boolean given, long at, String eventId) {
    private static final Comparator<SetConsent> BY_TIME = Comparator.comparingLong(SetConsent::at)
            .thenComparing(SetConsent::eventId)
            .thenComparing(set -> !set.given());

    /** Returns what the contract's record says; none if it says nothing. */
    public static List<SetConsent> of(Consent consent, long at, String eventId) {
        List<SetConsent> set = new ArrayList<>(2);
        if (consent.getScoring() != null) {
            set.add(new SetConsent(Purpose.SCORING, consent.getScoring(), at, eventId));
        }
        if (consent.getActivation() != null) {
            set.add(new SetConsent(Purpose.ACTIVATION, consent.getActivation(), at, eventId));
        }
        return List.copyOf(set);
    }

    /**
     * Returns the one that holds of this and another for the same purpose: the later one; of two at the same time that of the
     * greater event id, then the withdrawal.
     */
    SetConsent later(SetConsent other) {
        return BY_TIME.compare(this, other) >= 0 ? this : other;
    }
}
