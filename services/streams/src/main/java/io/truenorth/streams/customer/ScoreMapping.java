package io.truenorth.streams.customer;

import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.Displeasure;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** From where a customer stands to the contract's records. */
final class ScoreMapping {
    private final ScoringModel model;

    ScoreMapping(ScoringModel model) {
        this.model = model;
    }

    /**
     * The score of a customer who is settled.
     *
     * @param earliestChange the earliest day of which something is new in it; nothing where nothing is
     */
    RelationshipScore score(LiveCustomer customer, Explanation explanation, OptionalInt earliestChange) {
        Standing standing = explanation.standing();
        RelationshipScore score = new RelationshipScore();
        score.setCustomer(customer.id());
        score.setScore(standing.score());
        score.setWholePoints(standing.wholePoints());
        score.setStage(contract(standing.stage()));
        score.setContributions(contract(standing.contributions()));
        score.setChannels(channels(explanation.byChannel()));
        score.setAdvocacyMass(standing.advocacyMass());
        score.setAdvocacyBySubject(explanation.advocacyMassBySubject());
        score.setDetractorRisk(standing.detractorRisk());
        score.setDetractor(standing.detractor());
        score.setAttributes(customer.attributes().values());
        score.setScoredAt(standing.asOf());
        score.setNextDueAt(
                customer.dueAt().isPresent() ? (Long) customer.dueAt().getAsLong() : null);
        score.setEarliestChangeAt(earliestChange.isPresent() ? (Long) Days.start(earliestChange.getAsInt()) : null);
        setTouches(score, customer.ledger());
        score.setModelId(model.id());
        score.setModelVersion(model.version());
        return score;
    }

    private static void setTouches(RelationshipScore score, RelationshipLedger ledger) {
        TouchCount touches = new TouchCount();
        ledger.forEachCell(touches::add);
        score.setDispleasures(touches.displeasures());
        score.setInboundTouches(touches.inbound);
        score.setOutboundTouches(touches.outbound);
        if (touches.firstDay <= touches.lastDay) {
            score.setFirstTouchAt(Days.start(touches.firstDay));
            score.setLastTouchAt(Days.start(touches.lastDay));
        }
    }

    StageTransition transition(
            LiveCustomer customer,
            io.truenorth.relationship.score.Stage from,
            Standing standing,
            TransitionCause cause) {
        StageTransition transition = new StageTransition();
        transition.setCustomer(customer.id());
        transition.setFrom(contract(from));
        transition.setTo(contract(standing.stage()));
        transition.setScore(standing.score());
        transition.setAt(standing.asOf());
        transition.setCause(cause);
        transition.setAttributes(customer.attributes().values());
        transition.setModelId(model.id());
        transition.setModelVersion(model.version());
        return transition;
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

    /** Touches of both sides, the days they span, and those that were negative. */
    private static final class TouchCount {
        private long inbound;
        private long outbound;
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        private final Map<Place, Displeasure> displeasures = new TreeMap<>();

        private void add(Cell cell) {
            inbound += cell.inbound();
            outbound += cell.outbound();
            firstDay = Math.min(firstDay, cell.day());
            lastDay = Math.max(lastDay, cell.day());
            if (cell.negative() != 0) {
                addNegative(cell);
            }
        }

        /** Cells come in the order of days, so that the last one seen is the last one there is. */
        private void addNegative(Cell cell) {
            Displeasure displeasure = displeasures.computeIfAbsent(
                    new Place(cell.channel(), cell.subject()),
                    place -> new Displeasure(place.channel(), place.subject(), 0L, 0L));
            displeasure.setCount(displeasure.getCount() + cell.negative());
            if (cell.negative() > 0) {
                displeasure.setLastAt(Days.start(cell.day()));
            }
        }

        private List<Displeasure> displeasures() {
            return displeasures.values().stream()
                    .filter(displeasure -> displeasure.getCount() > 0)
                    .toList();
        }
    }

    /** Where something was said, and about what. */
    private record Place(String channel, String subject) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::channel).thenComparing(Place::subject);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
