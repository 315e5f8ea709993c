package io.truenorth.streams.customer;

import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.Departure;
import io.truenorth.contract.NegativeFeedback;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.TouchTotals;
import io.truenorth.streams.customer.ScoringResult.ScoreUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Maps scores to the contract's records. */
public final class ScoreMapping {
    private final ScoringModel model;

    /**
     * Creates the mapping.
     *
     * @param model the scoring model applied
     */
    public ScoreMapping(ScoringModel model) {
        this.model = model;
    }

    /**
     * Returns the record of a rescored customer.
     *
     * @param earliestChange the earliest day changed; empty if none
     */
    RelationshipScore score(LiveCustomer customer, ScoreUpdate update, OptionalInt earliestChange) {
        RelationshipScore score = score(
                customer.id(), customer.attributes().values(), customer.dueAt(), update.totals(), update.explanation());
        score.setActivation(update.published().activation());
        score.setEarliestChangeAt(earliestChange.isPresent() ? (Long) Days.start(earliestChange.getAsInt()) : null);
        return score;
    }

    /**
     * Returns the record of a customer's score.
     *
     * @param customer the id
     * @param attributes current attributes
     * @param dueAt when the customer is due for rescoring, epoch ms; empty if never
     * @param totals the number of touches
     * @param explanation of the same assessment
     */
    public RelationshipScore score(
            String customer,
            Map<String, String> attributes,
            OptionalLong dueAt,
            TouchTotals totals,
            Explanation explanation) {
        ScoreSnapshot snapshot = explanation.snapshot();
        RelationshipScore score = new RelationshipScore();
        score.setCustomer(customer);
        score.setScore(snapshot.score());
        score.setWholePoints(snapshot.wholePoints());
        score.setStage(contract(snapshot.stage()));
        score.setContributions(contract(snapshot.contributions()));
        score.setChannels(channels(explanation.byChannel()));
        score.setAdvocacyMass(snapshot.advocacyMass());
        score.setAdvocacyBySubject(explanation.advocacyMassBySubject());
        score.setDetractorRisk(snapshot.detractorRisk());
        score.setDetractor(snapshot.detractor());
        score.setDepartures(departures(snapshot));
        score.setAttributes(attributes);
        score.setScoredAt(snapshot.asOf());
        score.setNextDueAt(dueAt.isPresent() ? (Long) dueAt.getAsLong() : null);
        setTouches(score, totals);
        score.setModelId(model.id());
        score.setModelVersion(model.version());
        return score;
    }

    private static void setTouches(RelationshipScore score, TouchTotals totals) {
        score.setNegativeFeedback(totals.negativeFeedback().stream()
                .map(feedback -> new NegativeFeedback(
                        feedback.channel(), feedback.subject(), feedback.count(), Days.start(feedback.lastDay())))
                .toList());
        score.setInboundTouches(totals.inbound());
        score.setOutboundTouches(totals.outbound());
        totals.firstDay().ifPresent(day -> score.setFirstTouchAt(Days.start(day)));
        totals.lastDay().ifPresent(day -> score.setLastTouchAt(Days.start(day)));
    }

    StageTransition transition(
            LiveCustomer customer,
            io.truenorth.relationship.score.Stage from,
            ScoreSnapshot snapshot,
            TransitionCause cause) {
        StageTransition transition = transition(customer, from, snapshot.asOf(), cause);
        transition.setTo(contract(snapshot.stage()));
        transition.setScore(snapshot.score());
        transition.setAttributes(customer.attributes().values());
        return transition;
    }

    /** Returns the transition of a customer whose ledger is empty, at a time (epoch ms). */
    StageTransition withdrawal(
            LiveCustomer customer, io.truenorth.relationship.score.Stage from, long at, TransitionCause cause) {
        StageTransition transition = transition(customer, from, at, cause);
        transition.setTo(Stage.UNKNOWN);
        transition.setAttributes(Map.of());
        return transition;
    }

    private StageTransition transition(
            LiveCustomer customer, io.truenorth.relationship.score.Stage from, long at, TransitionCause cause) {
        StageTransition transition = new StageTransition();
        transition.setCustomer(customer.id());
        transition.setFrom(contract(from));
        transition.setAt(at);
        transition.setCause(cause);
        transition.setModelId(model.id());
        transition.setModelVersion(model.version());
        return transition;
    }

    private static List<Departure> departures(ScoreSnapshot snapshot) {
        return snapshot.lastDeparture().stream()
                .map(last -> new Departure(last.channel(), last.kind(), Days.start(last.day())))
                .toList();
    }

    private static List<ChannelContribution> channels(Map<String, Long> byChannel) {
        List<ChannelContribution> channels = new ArrayList<>(byChannel.size());
        byChannel.forEach((channel, amount) -> channels.add(new ChannelContribution(channel, amount)));
        return channels;
    }

    private static Contributions contract(io.truenorth.relationship.score.Contributions contributions) {
        return new Contributions(
                contributions.engagement(),
                contributions.money(),
                contributions.connectedness(),
                contributions.reciprocity(),
                contributions.sentiment(),
                contributions.advocacy());
    }

    private static Stage contract(io.truenorth.relationship.score.Stage stage) {
        return Stage.valueOf(stage.name());
    }
}
