package io.truenorth.benchmarks.contender;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.streams.customer.ScoreMapping;

/** Makes the published records of relationships, by the standard model. Immutable. */
public final class Scores {
    private final RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
    private final ScoreMapping mapping = new ScoreMapping(scoring.model());

    /** Creates the scoring. */
    public Scores() {}

    /**
     * A score with its explanation.
     *
     * @param score the published record
     * @param explanation the contributions by dimension, channel and kind
     */
    record Explained(RelationshipScore score, Explanation explanation) {}

    /**
     * Returns the score of a customer.
     *
     * @param moment epoch ms, after every touch
     */
    public RelationshipScore score(String customer, Relationship relationship, long moment) {
        return explained(customer, relationship, moment).score();
    }

    /** Returns the score of a customer with its explanation, as {@link #score}. */
    Explained explained(String customer, Relationship relationship, long moment) {
        Assessment assessment = relationship.assess(scoring, moment);
        Explanation explanation = assessment.explanation();
        return new Explained(
                mapping.score(
                        customer,
                        relationship.attributes(),
                        assessment.dueNoEarlierThan(),
                        assessment.totals(),
                        explanation),
                explanation);
    }
}
