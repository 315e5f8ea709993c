package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Interner;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.List;
import java.util.Map;

/**
 * The score last published of a customer, as included in the roll-up's aggregates.
 *
 * @param scoredAt time of the score, epoch ms
 * @param stage the stage
 * @param detractor whether the customer is a detractor
 * @param activation whether the score may be used outside the system
 * @param contributions by dimension, micro-points, adding up to the score
 * @param kinds the contributions that are split, ordered by channel and kind
 * @param advocacyBySubject the advocacy contribution by subject, micro-points
 * @param segments the value of each segment attribute under which the customer is counted
 */
record Published(
        long scoredAt,
        Stage stage,
        boolean detractor,
        boolean activation,
        Contributions contributions,
        List<KindContribution> kinds,
        Map<String, Long> advocacyBySubject,
        Map<String, String> segments) {
    /** Most customers have the segments of many others. */
    private static final Interner<Map<String, String>> SEGMENTS = new Interner<>(10_000);

    /** Copies the collections. */
    Published {
        kinds = List.copyOf(kinds);
        advocacyBySubject = Map.copyOf(advocacyBySubject);
        segments = SEGMENTS.shared(Map.copyOf(segments));
    }

    long wholePoints() {
        return contributions.sum() / ScoreSnapshot.POINT;
    }

    /** Returns the approximate heap size, in bytes: names are shared with the ledger. */
    long heapBytes() {
        return 300 + 80L * (kinds.size() + advocacyBySubject.size());
    }
}
