package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.consent.SetConsent;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * A customer's score, explanation, history and forecast at a time.
 *
 * @param customer the customer's id
 * @param explanation the score and its explanation
 * @param trend earlier scores, latest first
 * @param nextDrop when the next whole point is lost without further events, epoch ms; exact
 * @param nextFallOfStage when the stage is lost without further events, epoch ms; exact
 * @param attributes current attributes, regardless of the time
 * @param consent current consent, regardless of the time
 */
public record CustomerView(
        String customer,
        Explanation explanation,
        List<Past> trend,
        OptionalLong nextDrop,
        OptionalLong nextFallOfStage,
        Map<String, String> attributes,
        ConsentView consent) {

    /**
     * The consent of a customer.
     *
     * @param scoring whether the customer may be scored: the strictest of all identities, or what is declared
     * @param activation whether the score may be used outside the system, likewise
     * @param said what is known of each identity of which anything is
     */
    public record ConsentView(boolean scoring, boolean activation, SortedMap<String, List<SetConsent>> said) {
        /** Returns whether anything was said of consent. */
        boolean isKnown() {
            return !said.isEmpty();
        }
    }

    /**
     * An earlier score.
     *
     * @param daysAgo days of 24 hours before the time
     * @param snapshot the score, computed with the current ledger
     */
    public record Past(int daysAgo, ScoreSnapshot snapshot) {}
}
