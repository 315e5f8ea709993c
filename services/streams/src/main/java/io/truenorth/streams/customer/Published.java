package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.List;
import java.util.Map;

/**
 * What was last published of a customer, and so what the roll-up's sums hold of them.
 *
 * @param scoredAt the moment of the score, epoch ms
 * @param stage the stage
 * @param detractor whether they speak against us
 * @param contributions by dimension, micro-points, adding up to the score
 * @param kinds the contributions that are split, by channel and kind, in that order
 * @param advocacyBySubject the advocacy contribution by subject, micro-points
 * @param segments the value of each segment attribute under which they were counted
 */
record Published(
        long scoredAt,
        Stage stage,
        boolean detractor,
        Contributions contributions,
        List<KindContribution> kinds,
        Map<String, Long> advocacyBySubject,
        Map<String, String> segments) {

    long wholePoints() {
        return contributions.sum() / ScoreSnapshot.POINT;
    }
}
