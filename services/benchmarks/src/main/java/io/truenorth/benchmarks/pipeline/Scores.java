package io.truenorth.benchmarks.pipeline;

import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** From relationships to the records that are published, by the standard model: the same scoring for all. Immutable. */
final class Scores {
    private final RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());

    /**
     * The score of a customer.
     *
     * @param moment epoch ms, after every touch
     */
    RelationshipScore score(String customer, Relationship relationship, long moment) {
        Assessment assessment = scoring.assess(relationship.ledger(), moment);
        Explanation explanation = assessment.explanation();
        RelationshipScore score = new RelationshipScore();
        score.setCustomer(customer);
        setStanding(score, assessment.standing());
        score.setChannels(channels(explanation.byChannel()));
        score.setAdvocacyBySubject(explanation.advocacyMassBySubject());
        score.setAttributes(relationship.attributes());
        OptionalLong due = assessment.dueNoEarlierThan();
        score.setNextDueAt(due.isPresent() ? (Long) due.getAsLong() : null);
        setTouches(score, relationship.ledger());
        score.setModelId(scoring.model().id());
        score.setModelVersion(scoring.model().version());
        return score;
    }

    private static void setStanding(RelationshipScore score, Standing standing) {
        score.setScore(standing.score());
        score.setWholePoints(standing.wholePoints());
        score.setStage(Stage.valueOf(standing.stage().name()));
        score.setContributions(new Contributions(
                standing.contributions().engagement(),
                standing.contributions().money(),
                standing.contributions().connectedness(),
                standing.contributions().reciprocity(),
                standing.contributions().sentiment(),
                standing.contributions().advocacy()));
        score.setAdvocacyMass(standing.advocacyMass());
        score.setDetractorRisk(standing.detractorRisk());
        score.setDetractor(standing.detractor());
        score.setScoredAt(standing.asOf());
    }

    private static List<ChannelContribution> channels(Map<String, Long> byChannel) {
        List<ChannelContribution> channels = new ArrayList<>(byChannel.size());
        byChannel.forEach((channel, amount) -> channels.add(new ChannelContribution(channel, amount)));
        return channels;
    }

    private static void setTouches(RelationshipScore score, RelationshipLedger ledger) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        score.setInboundTouches(cells.stream().mapToLong(Cell::inbound).sum());
        score.setOutboundTouches(cells.stream().mapToLong(Cell::outbound).sum());
        score.setFirstTouchAt(Days.start(cells.get(0).day()));
        score.setLastTouchAt(Days.start(cells.get(cells.size() - 1).day()));
    }
}
