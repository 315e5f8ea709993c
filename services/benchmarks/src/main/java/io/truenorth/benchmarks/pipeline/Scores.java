package io.truenorth.benchmarks.pipeline;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.streams.customer.ScoreMapping;

/**
 * From relationships to the records that are published, by the standard model: the same scoring and the same record for
 * all, whatever the contract has come to hold. Immutable.
 */
final class Scores {
    private final RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
    private final ScoreMapping mapping = new ScoreMapping(scoring.model());

    /**
     * The score of a customer.
     *
     * @param moment epoch ms, after every touch
     */
    RelationshipScore score(String customer, Relationship relationship, long moment) {
        Assessment assessment = scoring.assess(relationship.ledger(), moment);
        return mapping.score(
                customer,
                relationship.attributes(),
                assessment.dueNoEarlierThan(),
                assessment.totals(),
                assessment.explanation());
    }
}
