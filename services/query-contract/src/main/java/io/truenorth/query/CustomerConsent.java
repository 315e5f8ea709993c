package io.truenorth.query;

import java.time.Instant;
import java.util.List;

/**
 * The consent of a customer, as known now.
 *
 * @param scoring whether the customer may be scored: the strictest of all identities, or what the deployment declares if none
 *     says anything
 * @param activation whether the score may be used outside the system, by webhook, list or snapshot, likewise
 * @param said what is known of each identity, by purpose; only where anything is
 */
public record CustomerConsent(boolean scoring, boolean activation, List<SaidConsent> said) {

    /**
     * What an event or a request said last.
     *
     * @param identity of which it was said
     * @param purpose scoring or activation
     * @param given whether consent was given; otherwise it was withdrawn
     * @param at the time of the event or the request
     * @param eventId the id of the event or the request
     */
    public record SaidConsent(String identity, String purpose, boolean given, Instant at, String eventId) {}
}
