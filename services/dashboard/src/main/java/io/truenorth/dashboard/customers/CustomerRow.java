package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A customer as last published, in a compact form. Immutable. */
public final class CustomerRow {
    private final String id;
    private final long score;
    private final long connectedness;
    private final Stage stage;
    private final double risk;
    private final boolean detractor;
    private final long scoredAt;
    private final long lastTouchAt;
    private final long earliestChangeAt;
    private final Map<String, String> attributes;
    private final List<String> channels;
    private final long[] points;
    private final List<String> recommended;
    private final List<NegativeFeedbackRow> negativeFeedback;

    CustomerRow(Builder of) {
        this.id = of.id;
        this.score = of.score;
        this.connectedness = of.connectedness;
        this.stage = of.stage;
        this.risk = of.risk;
        this.detractor = of.detractor;
        this.scoredAt = of.scoredAt;
        this.lastTouchAt = of.lastTouchAt;
        this.earliestChangeAt = of.earliestChangeAt;
        this.attributes = of.attributes;
        this.channels = of.channels;
        this.points = of.points;
        this.recommended = of.recommended;
        this.negativeFeedback = of.negativeFeedback;
    }

    /** The customer's id, {@code namespace:value}. */
    public String id() {
        return id;
    }

    /** Micro-points, 0 to 100 000 000. */
    public long score() {
        return score;
    }

    /** What of the score comes from the number of channels in use, micro-points. */
    public long connectedness() {
        return connectedness;
    }

    /** How far the relationship has come. */
    public Stage stage() {
        return stage;
    }

    /** The detractor risk, 0 to below 1. */
    public double risk() {
        return risk;
    }

    /** Whether the customer is a detractor. */
    public boolean detractor() {
        return detractor;
    }

    /** The moment that the score is of, epoch ms. */
    public long scoredAt() {
        return scoredAt;
    }

    /** Start of the day of the last touch, epoch ms; 0 if there is none. */
    public long lastTouchAt() {
        return lastTouchAt;
    }

    /** Start of the earliest day of which something was new in this score, epoch ms; later than any if nothing was. */
    public long earliestChangeAt() {
        return earliestChangeAt;
    }

    /** Such as region and tier. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The channels that contribute to the score, in the order of their names. */
    public List<String> channels() {
        return channels;
    }

    /** Whether one channel alone carries the relationship: nine tenths or more of what all channels give. */
    public boolean usesOneChannel() {
        long sum = LongStream.of(points).sum();
        return sum > 0 && 10 * LongStream.of(points).max().orElse(0) >= 9 * sum;
    }

    /** Whether a channel contributes to the score. */
    public boolean usesChannel(String channel) {
        return channels.contains(channel);
    }

    /** The channel that contributes most; empty where none does. */
    public String mainChannel() {
        return IntStream.range(0, points.length)
                .reduce((one, other) -> points[other] > points[one] ? other : one)
                .stream()
                .mapToObj(channels::get)
                .findFirst()
                .orElse("");
    }

    /** Shows each contributing channel with its micro-points. */
    public void forEachChannel(ObjLongConsumer<String> visitor) {
        for (int i = 0; i < points.length; i++) {
            visitor.accept(channels.get(i), points[i]);
        }
    }

    /** What the customer recommends: subjects with advocacy. */
    public List<String> recommended() {
        return recommended;
    }

    /** What the customer was displeased about, and where. */
    public List<NegativeFeedbackRow> negativeFeedback() {
        return negativeFeedback;
    }

    /** Whether the customer recommends a product or was displeased about it. */
    public boolean knows(String product) {
        return recommended.contains(product)
                || negativeFeedback.stream().anyMatch(about -> about.subject().equals(product));
    }

    /** The parts of a row, while it is made. */
    static final class Builder {
        String id = "";
        long score;
        long connectedness;
        Stage stage = Stage.UNKNOWN;
        double risk;
        boolean detractor;
        long scoredAt;
        long lastTouchAt;
        long earliestChangeAt;
        Map<String, String> attributes = Map.of();
        List<String> channels = List.of();
        long[] points = {};
        List<String> recommended = List.of();
        List<NegativeFeedbackRow> negativeFeedback = List.of();
    }
}
