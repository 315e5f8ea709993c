package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.DayCells;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The number of touches of a customer, the first and last day of one, and negative feedback by channel and subject. */
public final class TouchTotals {

    private long inbound;
    private long outbound;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;
    private final TreeMap<Place, Feedback> negative = new TreeMap<>();

    /**
     * Touches with negative sentiment on one channel about one subject.
     *
     * @param channel the channel
     * @param subject the brand, product line or campaign; empty if unspecified
     * @param count the number of touches, above 0
     * @param lastDay epoch day of the last one
     */
    public record NegativeFeedback(String channel, String subject, long count, int lastDay) {}

    private record Place(String channel, String subject) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::channel).thenComparing(Place::subject);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Feedback(long count, int lastDay) {
        private static final Feedback NONE = new Feedback(0, 0);

        Feedback plus(long more, int day) {
            return new Feedback(count + more, more > 0 ? day : lastDay);
        }
    }

    TouchTotals() {}

    TouchTotals(TouchTotals other) {
        inbound = other.inbound;
        outbound = other.outbound;
        firstDay = other.firstDay;
        lastDay = other.lastDay;
        negative.putAll(other.negative);
    }

    /** Adds the cells of a day; the day must be later than all days added before. */
    void add(DayCells day) {
        for (int i = 0; i < day.size(); i++) {
            inbound += day.inbound(i);
            outbound += day.outbound(i);
            if (day.negative(i) != 0) {
                addNegative(day, i);
            }
        }
        firstDay = Math.min(firstDay, day.day());
        lastDay = day.day();
    }

    private void addNegative(DayCells day, int cell) {
        Category category = day.category(cell);
        negative.compute(
                new Place(category.channel(), category.subject()),
                (place, feedback) -> (feedback == null ? Feedback.NONE : feedback).plus(day.negative(cell), day.day()));
    }

    /** Returns the touches by the customer. */
    public long inbound() {
        return inbound;
    }

    /** Returns the touches by the brand. */
    public long outbound() {
        return outbound;
    }

    /** Returns the first epoch day with a touch. */
    public OptionalInt firstDay() {
        return firstDay == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(firstDay);
    }

    /** Returns the last epoch day with a touch. */
    public OptionalInt lastDay() {
        return lastDay == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(lastDay);
    }

    /** Returns the negative feedback, ordered by channel and subject. */
    public List<NegativeFeedback> negativeFeedback() {
        return negative.entrySet().stream()
                .filter(entry -> entry.getValue().count() > 0)
                .map(entry -> new NegativeFeedback(
                        entry.getKey().channel(),
                        entry.getKey().subject(),
                        entry.getValue().count(),
                        entry.getValue().lastDay()))
                .toList();
    }
}
