package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.pipeline.PipelineState.Level;
import io.truenorth.dashboard.pipeline.PipelineState.Part;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Derives the state of the pipeline from a sample. */
final class StatusRules {
    private static final long KAFKA_SILENT_MILLIS = 10_000;
    private static final double SLOW_SECONDS = 30;
    private static final long FEW_RECORDS = 1_000;

    private StatusRules() {}

    /**
     * The state of the pipeline.
     *
     * @param eventsPerSecond the current rate
     * @param streamsAwaySince the last response of the streams service if it does not respond now, epoch ms
     */
    static PipelineState of(StatusSample sample, double eventsPerSecond, Optional<Long> streamsAwaySince) {
        long lag = sample.unscored() + sample.unread();
        double seconds = eventsPerSecond > 0 ? lag / eventsPerSecond : 0;
        List<Part> parts =
                List.of(gateway(sample), streams(sample, seconds, streamsAwaySince), kafka(sample), dashboard(sample));
        List<String> why = new ArrayList<>();
        parts.stream()
                .filter(part -> part.level() != Level.OK)
                .map(Part::detail)
                .forEach(why::add);
        return new PipelineState(
                parts.stream().map(Part::level).max(Comparator.naturalOrder()).orElse(Level.OK),
                why,
                sample.at(),
                eventsPerSecond,
                sample.arrivalToScoreP99Millis(),
                lag,
                seconds,
                sample.counts(),
                sample.restoring(),
                staleSince(sample, streamsAwaySince),
                parts);
    }

    private static Part gateway(StatusSample sample) {
        if (sample.gateway().isDown()) {
            return new Part("gateway", Level.AMBER, "The gateway does not answer; events may not be accepted.");
        }
        return sample.gateway().missing() > 0
                ? new Part("gateway", Level.AMBER, partlyDown(sample.gateway(), "gateway") + ".")
                : new Part("gateway", Level.OK, "Accepting events.");
    }

    private static String partlyDown(InstanceStatuses<?> statuses, String service) {
        return statuses.missing() + " of " + statuses.instances() + " instances of the " + service
                + (statuses.missing() == 1 ? " does not answer" : " do not answer");
    }

    private static Part streams(StatusSample sample, double lagSeconds, Optional<Long> awaySince) {
        if (awaySince.isPresent()) {
            return new Part(
                    "streams",
                    Level.RED,
                    "The streams service has not answered since " + clockTime(awaySince.get())
                            + "; scores are as of that time.");
        }
        if (sample.streams().missing() > 0) {
            return new Part(
                    "streams",
                    Level.AMBER,
                    partlyDown(sample.streams(), "streams service") + "; the others take over their customers.");
        }
        if (sample.restoring()) {
            return new Part(
                    "streams",
                    Level.AMBER,
                    "Some partitions are being restored; the scores of their customers are delayed.");
        }
        if (sample.unscored() > FEW_RECORDS && lagSeconds > SLOW_SECONDS) {
            return new Part(
                    "streams",
                    Level.AMBER,
                    String.format(Locale.ROOT, "%,d touchpoints are waiting to be scored.", sample.unscored()));
        }
        return new Part("streams", Level.OK, "Scoring touchpoints.");
    }

    private static Part kafka(StatusSample sample) {
        return isKafkaSilent(sample)
                ? new Part(
                        "kafka",
                        Level.RED,
                        "Kafka has not answered since " + clockTime(sample.kafkaAnsweredAt())
                                + "; data is as of that time.")
                : new Part("kafka", Level.OK, "Responding.");
    }

    private static Part dashboard(StatusSample sample) {
        return sample.caughtUp()
                ? new Part("dashboard", Level.OK, "Up to date.")
                : new Part(
                        "dashboard",
                        Level.AMBER,
                        String.format(Locale.ROOT, "Still loading: %,d records remain.", sample.unread()));
    }

    private static boolean isKafkaSilent(StatusSample sample) {
        return sample.at() - sample.kafkaAnsweredAt() > KAFKA_SILENT_MILLIS;
    }

    private static Optional<Long> staleSince(StatusSample sample, Optional<Long> streamsAwaySince) {
        return isKafkaSilent(sample) ? Optional.of(sample.kafkaAnsweredAt()) : streamsAwaySince;
    }

    private static String clockTime(long at) {
        return at == 0
                ? "this service started"
                : Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
