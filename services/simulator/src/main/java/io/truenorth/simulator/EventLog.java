package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects the touches of the simulated day, customer by customer, and returns them in order of time. */
final class EventLog {
    private static final long SECOND = 1_000;
    private static final int MORNING = 7 * 3600;
    private static final int WAKING_SECONDS = 14 * 3600;
    private static final Comparator<SimulatedTouch> BY_TIME =
            Comparator.comparingLong(SimulatedTouch::knownAt).thenComparing(SimulatedTouch::eventId);

    private final String idPrefix;
    private final TimeLine timeLine;
    private int day;
    private long lifeTime;
    private List<SimulatedTouch> touches = new ArrayList<>();

    EventLog(long seed, TimeLine timeLine) {
        this.idPrefix = "sim-" + Long.toHexString(seed) + "-";
        this.timeLine = timeLine;
    }

    /** Selects a customer and a time of day between 7:00 and 21:00. */
    void open(Customer customer, int today) {
        day = today;
        lifeTime = Days.start(today)
                + (MORNING + customer.random.below(WAKING_SECONDS)) * SECOND
                + customer.random.below((int) SECOND);
    }

    int day() {
        return day;
    }

    /** The current time, in event time. */
    long now() {
        return timeLine.eventTime(lifeTime);
    }

    /** An inbound touch without sentiment. */
    SimulatedTouch inbound(Customer customer, String channel, String kind, String subject) {
        return add(customer, channel, kind, subject, Direction.INBOUND, Sentiment.NONE, 0, Map.of());
    }

    /** An inbound touch with sentiment. */
    void statement(Customer customer, String channel, String kind, String subject, Sentiment sentiment) {
        add(customer, channel, kind, subject, Direction.INBOUND, sentiment, 0, Map.of());
    }

    /** An inbound touch that carries the customer's attributes. */
    SimulatedTouch identified(Customer customer, String channel, String kind, String subject, long valueMinor) {
        return add(
                customer, channel, kind, subject, Direction.INBOUND, Sentiment.NONE, valueMinor, customer.attributes());
    }

    /** An outbound touch. */
    void outbound(Customer customer, String channel, String kind, String subject) {
        add(customer, channel, kind, subject, Direction.OUTBOUND, Sentiment.NONE, 0, Map.of());
    }

    /** Retracts an earlier touch. */
    void retract(Customer customer, SimulatedTouch mistake) {
        passTime(customer);
        touches.add(mistake.retraction(nextId(customer), now()));
    }

    /** Returns the touches collected so far, in order of time, and clears them. */
    List<SimulatedTouch> drain() {
        List<SimulatedTouch> page = touches;
        page.sort(BY_TIME);
        touches = new ArrayList<>(page.size());
        return page;
    }

    private SimulatedTouch add(
            Customer customer,
            String channel,
            String kind,
            String subject,
            Direction direction,
            Sentiment sentiment,
            long valueMinor,
            Map<String, String> attributes) {
        passTime(customer);
        SimulatedTouch touch = new SimulatedTouch(
                nextId(customer),
                customer.name,
                customer.identities.of(channel, kind),
                now(),
                now(),
                channel,
                kind,
                subject,
                direction,
                sentiment,
                valueMinor,
                attributes,
                "");
        touches.add(touch);
        return touch;
    }

    /** Touches follow within minutes, so that a customer's touches stay within the day. */
    private void passTime(Customer customer) {
        lifeTime += customer.random.between(5, 150) * SECOND;
    }

    private String nextId(Customer customer) {
        return idPrefix + customer.name + "-" + customer.touches++;
    }
}
