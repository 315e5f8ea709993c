package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The day that is being simulated: writes down what happens, customer by customer, and gives it in order of time. */
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

    /** Turns to a customer on a day, at a time of it when people are awake. */
    void open(Customer customer, int today) {
        day = today;
        lifeTime = Days.start(today)
                + (MORNING + customer.random.below(WAKING_SECONDS)) * SECOND
                + customer.random.below((int) SECOND);
    }

    int day() {
        return day;
    }

    /** Now, in event time. */
    long now() {
        return timeLine.eventTime(lifeTime);
    }

    /** The customer does something without a word about it. */
    SimulatedTouch inbound(Customer customer, String channel, String kind, String subject) {
        return add(customer, channel, kind, subject, Direction.INBOUND, Sentiment.NONE, 0, Map.of());
    }

    /** The customer says something. */
    void statement(Customer customer, String channel, String kind, String subject, Sentiment sentiment) {
        add(customer, channel, kind, subject, Direction.INBOUND, sentiment, 0, Map.of());
    }

    /** The customer signs up or buys, and the event tells who they are. */
    SimulatedTouch identified(Customer customer, String channel, String kind, String subject, long valueMinor) {
        return add(
                customer, channel, kind, subject, Direction.INBOUND, Sentiment.NONE, valueMinor, customer.attributes());
    }

    /** The brand does something. */
    void outbound(Customer customer, String channel, String kind, String subject) {
        add(customer, channel, kind, subject, Direction.OUTBOUND, Sentiment.NONE, 0, Map.of());
    }

    /** Something is taken back. */
    void retract(Customer customer, SimulatedTouch mistake) {
        passTime(customer);
        touches.add(mistake.retraction(nextId(customer), now()));
    }

    /** What happened on the day so far, in order of time; a new page begins. */
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
                customer.id,
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

    /** One thing follows the other within minutes, so the day of a customer ends on the day. */
    private void passTime(Customer customer) {
        lifeTime += customer.random.between(5, 150) * SECOND;
    }

    private String nextId(Customer customer) {
        return idPrefix + customer.id.value() + "-" + customer.touches++;
    }
}
