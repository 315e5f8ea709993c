package io.truenorth.streams;

import io.micrometer.core.instrument.Timer;
import io.truenorth.query.StreamsStatus;
import io.truenorth.query.StreamsStatus.PartitionStatus;
import io.truenorth.streams.customer.TouchpointCounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** The status of this instance, from its stores, its consumers and its timer. */
final class StreamsStatusSource {
    private static final String CONSUMER_GROUP = "consumer-fetch-manager-metrics";
    private static final String LAG = "records-lag";
    private static final double P99 = 0.99;

    private final KafkaStreams streams;
    private final String touchpoints;
    private final PartitionCounters counters;
    private final Timer arrivalToScore;

    /**
     * A source.
     *
     * @param touchpoints the name of the topic of touchpoints
     * @param arrivalToScore publishes the 99th percentile
     */
    StreamsStatusSource(KafkaStreams streams, String touchpoints, PartitionCounters counters, Timer arrivalToScore) {
        this.streams = streams;
        this.touchpoints = touchpoints;
        this.counters = counters;
        this.arrivalToScore = arrivalToScore;
    }

    StreamsStatus get() {
        return new StreamsStatus(
                streams.state().name().toLowerCase(Locale.ROOT),
                counters.count(),
                partitions(),
                lag(),
                arrivalToScoreP99Millis());
    }

    private List<PartitionStatus> partitions() {
        List<PartitionStatus> partitions = new ArrayList<>();
        for (int i = 0; i < counters.count(); i++) {
            int partition = i;
            counters.of(partition).map(counted -> status(partition, counted)).ifPresent(partitions::add);
        }
        return partitions;
    }

    private static PartitionStatus status(int partition, TouchpointCounters counted) {
        return new PartitionStatus(
                partition,
                counted.received(),
                counted.scored(),
                counted.duplicates(),
                counted.failed(),
                counted.waiting(),
                counted.suppressed());
    }

    /** By partition, as Kafka may report a topic with dots in its name twice, with underscores instead of them. */
    private Optional<Long> lag() {
        Map<String, Double> byPartition = streams.metrics().values().stream()
                .filter(metric -> isLagOfTouchpoints(metric.metricName()))
                .filter(metric -> Double.isFinite(value(metric)))
                .collect(Collectors.toMap(
                        metric -> metric.metricName().tags().get("partition"),
                        StreamsStatusSource::value,
                        BinaryOperator.maxBy(Double::compare)));
        return byPartition.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.round(
                        byPartition.values().stream().mapToDouble(lag -> lag).sum()));
    }

    private boolean isLagOfTouchpoints(MetricName metric) {
        String topic = metric.tags().get("topic");
        return metric.group().equals(CONSUMER_GROUP)
                && metric.name().equals(LAG)
                && (touchpoints.equals(topic) || touchpoints.replace('.', '_').equals(topic));
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private Optional<Double> arrivalToScoreP99Millis() {
        return Arrays.stream(arrivalToScore.takeSnapshot().percentileValues())
                .filter(value -> value.percentile() == P99 && value.value() > 0)
                .map(value -> value.value(TimeUnit.MILLISECONDS))
                .findFirst();
    }
}
