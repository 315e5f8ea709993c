package io.truenorth.streams.customer;

import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.Departure;
import io.truenorth.contract.NegativeFeedback;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

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
    RelationshipScore score(LiveCustomer customer, Explanation explanation, OptionalInt earliestChange) {
        RelationshipScore score =
                score(customer.id(), customer.attributes().values(), customer.dueAt(), customer.ledger(), explanation);
        score.setEarliestChangeAt(earliestChange.isPresent() ? (Long) Days.start(earliestChange.getAsInt()) : null);
        return score;
    }

    /**
     * Returns the record of a customer's score.
     *
     * @param customer the id
     * @param attributes current attributes
     * @param dueAt when the customer is due for rescoring, epoch ms; empty if never
     * @param ledger of the customer
     * @param explanation of the same ledger
     */
    public RelationshipScore score(
            String customer,
            Map<String, String> attributes,
            OptionalLong dueAt,
            RelationshipLedger ledger,
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
        setTouches(score, ledger);
        score.setModelId(model.id());
        score.setModelVersion(model.version());
        return score;
    }

    private static void setTouches(RelationshipScore score, RelationshipLedger ledger) {
        TouchCount touches = new TouchCount();
        ledger.forEachCell(touches::add);
        score.setNegativeFeedback(touches.negativeFeedback());
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

    /** Counts touches of both sides, their first and last day, and negative ones. */
    private static final class TouchCount {
        private long inbound;
        private long outbound;
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        private final Map<Place, NegativeFeedback> negativeFeedback = new TreeMap<>();

        private void add(Cell cell) {
            inbound += cell.inbound();
            outbound += cell.outbound();
            firstDay = Math.min(firstDay, cell.day());
            lastDay = Math.max(lastDay, cell.day());
            if (cell.negative() != 0) {
                addNegative(cell);
            }
        }

        /** Cells are in the order of days, so that the last one seen is the latest. */
        private void addNegative(Cell cell) {
            NegativeFeedback feedback = negativeFeedback.computeIfAbsent(
                    new Place(cell.channel(), cell.subject()),
                    place -> new NegativeFeedback(place.channel(), place.subject(), 0L, 0L));
            feedback.setCount(feedback.getCount() + cell.negative());
            if (cell.negative() > 0) {
                feedback.setLastAt(Days.start(cell.day()));
            }
        }

        private List<NegativeFeedback> negativeFeedback() {
            return negativeFeedback.values().stream()
                    .filter(feedback -> feedback.getCount() > 0)
                    .toList();
        }
    }

    /** The channel and subject of negative feedback. */
    private record Place(String channel, String subject) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::channel).thenComparing(Place::subject);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
