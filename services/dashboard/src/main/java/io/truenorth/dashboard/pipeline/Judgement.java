package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.pipeline.PipelineState.Light;
import io.truenorth.dashboard.pipeline.PipelineState.Part;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** From what was seen to whether to trust the picture. */
final class Judgement {
    private static final long KAFKA_SILENT_MILLIS = 10_000;
    private static final double SLOW_SECONDS = 30;
    private static final long FEW = 1_000;

    private Judgement() {}

    /**
     * Judges.
     *
     * @param eventsPerSecond lately
     * @param streamsAwaySince when the streams service last answered, if it does not answer now, epoch ms
     */
    static PipelineState of(Sighting seen, double eventsPerSecond, Optional<Long> streamsAwaySince) {
        long lag = seen.unscored() + seen.unread();
        double seconds = eventsPerSecond > 0 ? lag / eventsPerSecond : 0;
        List<Part> parts =
                List.of(gateway(seen), streams(seen, seconds, streamsAwaySince), kafka(seen), dashboard(seen));
        List<String> why = new ArrayList<>();
        parts.stream()
                .filter(part -> part.light() != Light.OK)
                .map(Part::detail)
                .forEach(why::add);
        return new PipelineState(
                parts.stream().map(Part::light).max(Comparator.naturalOrder()).orElse(Light.OK),
                why,
                seen.at(),
                eventsPerSecond,
                p99(seen),
                lag,
                seconds,
                seen.counts(),
                seen.restoring(),
                staleSince(seen, streamsAwaySince),
                parts);
    }

    private static Part gateway(Sighting seen) {
        if (seen.gateway().isAway()) {
            return new Part("gateway", Light.AMBER, "The gateway does not answer; events may not come in.");
        }
        return seen.gateway().missing() > 0
                ? new Part("gateway", Light.AMBER, partlyAway(seen.gateway(), "gateway") + ".")
                : new Part("gateway", Light.OK, "It takes events.");
    }

    private static String partlyAway(Fleet fleet, String service) {
        return fleet.missing() + " of " + fleet.size() + " instances of the " + service
                + (fleet.missing() == 1 ? " does not answer" : " do not answer");
    }

    private static Part streams(Sighting seen, double lagSeconds, Optional<Long> awaySince) {
        if (awaySince.isPresent()) {
            return new Part(
                    "streams",
                    Light.RED,
                    "The streams service has not answered since " + clockTime(awaySince.get())
                            + "; scores are as of then.");
        }
        if (seen.streams().missing() > 0) {
            return new Part(
                    "streams",
                    Light.AMBER,
                    partlyAway(seen.streams(), "streams service") + "; the others take over their customers.");
        }
        if (seen.restoring()) {
            return new Part("streams", Light.AMBER, "Some partitions are being restored; their customers wait.");
        }
        if (seen.unscored() > FEW && lagSeconds > SLOW_SECONDS) {
            return new Part(
                    "streams",
                    Light.AMBER,
                    String.format(Locale.ROOT, "%,d touchpoints wait to be scored.", seen.unscored()));
        }
        return new Part("streams", Light.OK, "It scores.");
    }

    private static Part kafka(Sighting seen) {
        return kafkaIsSilent(seen)
                ? new Part(
                        "kafka",
                        Light.RED,
                        "Kafka has not answered since " + clockTime(seen.kafkaAnsweredAt())
                                + "; what is shown is from then.")
                : new Part("kafka", Light.OK, "It answers.");
    }

    private static Part dashboard(Sighting seen) {
        return seen.caughtUp()
                ? new Part("dashboard", Light.OK, "It has read everything.")
                : new Part(
                        "dashboard",
                        Light.AMBER,
                        String.format(
                                Locale.ROOT,
                                "The picture is partial: %,d records are still to be read.",
                                seen.unread()));
    }

    private static boolean kafkaIsSilent(Sighting seen) {
        return seen.at() - seen.kafkaAnsweredAt() > KAFKA_SILENT_MILLIS;
    }

    private static Optional<Long> staleSince(Sighting seen, Optional<Long> streamsAwaySince) {
        return kafkaIsSilent(seen) ? Optional.of(seen.kafkaAnsweredAt()) : streamsAwaySince;
    }

    private static OptionalDouble p99(Sighting seen) {
        OptionalDouble seconds = seen.streams().greatest("streams_arrival_to_score_seconds", "quantile=\"0.99\"");
        return seconds.isPresent() && seconds.getAsDouble() > 0
                ? OptionalDouble.of(seconds.getAsDouble() * 1000)
                : OptionalDouble.empty();
    }

    private static String clockTime(long at) {
        return at == 0
                ? "this service started"
                : Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
