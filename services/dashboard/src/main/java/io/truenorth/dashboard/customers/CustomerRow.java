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
    private final boolean activation;
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
        this.activation = of.activation;
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

    /** The score in micro-points, 0 to 100 000 000. */
    public long score() {
        return score;
    }

    /** The contribution of connectedness, micro-points. */
    public long connectedness() {
        return connectedness;
    }

    /** The stage. */
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

    /** Whether the score may be used outside the system: the customer's consent, or what the deployment declares. */
    public boolean activation() {
        return activation;
    }

    /** The time of the score, epoch ms. */
    public long scoredAt() {
        return scoredAt;
    }

    /** Start of the day of the last touch, epoch ms; 0 if there is none. */
    public long lastTouchAt() {
        return lastTouchAt;
    }

    /** Start of the earliest day with new data in this score, epoch ms; {@code Long.MAX_VALUE} if there is none. */
    public long earliestChangeAt() {
        return earliestChangeAt;
    }

    /** The attributes, such as region and tier. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The channels that contribute to the score, sorted by name. */
    public List<String> channels() {
        return channels;
    }

    /** Whether a single channel contributes nine tenths or more of what all channels do. */
    public boolean usesOneChannel() {
        long sum = LongStream.of(points).sum();
        return sum > 0 && 10 * LongStream.of(points).max().orElse(0) >= 9 * sum;
    }

    /** Whether a channel contributes to the score. */
    public boolean usesChannel(String channel) {
        return channels.contains(channel);
    }

    /** The channel with the largest contribution; empty if there is none. */
    public String mainChannel() {
        return IntStream.range(0, points.length)
                .reduce((one, other) -> points[other] > points[one] ? other : one)
                .stream()
                .mapToObj(channels::get)
                .findFirst()
                .orElse("");
    }

    /** Visits each contributing channel with its micro-points. */
    public void forEachChannel(ObjLongConsumer<String> visitor) {
        for (int i = 0; i < points.length; i++) {
            visitor.accept(channels.get(i), points[i]);
        }
    }

    /** The subjects that the customer recommends. */
    public List<String> recommended() {
        return recommended;
    }

    /** The negative feedback of the customer. */
    public List<NegativeFeedbackRow> negativeFeedback() {
        return negativeFeedback;
    }

    /** Whether the customer gave positive or negative feedback on a product. */
    public boolean knows(String product) {
        return recommended.contains(product)
                || negativeFeedback.stream().anyMatch(about -> about.subject().equals(product));
    }

    /** The mutable components of a row. */
    static final class Builder {
        String id = "";
        long score;
        long connectedness;
        Stage stage = Stage.UNKNOWN;
        double risk;
        boolean detractor;
        boolean activation;
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
