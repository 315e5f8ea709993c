package io.truenorth.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.truenorth.gateway.admission.MemoryBudget;
import io.truenorth.gateway.admission.RejectedRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the gateway counts and times. */
final class GatewayMeters {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Map<RejectedRequest.Reason, Counter> refused = new EnumMap<>(RejectedRequest.Reason.class);
    private final Timer acknowledged;

    GatewayMeters(MeterRegistry registry, MemoryBudget memory, Supplier<Number> underWay) {
        this.registry = registry;
        accepted = Counter.builder("gateway.touchpoints.accepted")
                .description("Events that Kafka acknowledged")
                .register(registry);
        for (RejectedRequest.Reason reason : RejectedRequest.Reason.values()) {
            refused.put(
                    reason,
                    Counter.builder("gateway.touchpoints.refused")
                            .description("Events that break the contract (invalid), and requests refused as a whole")
                            .tag("reason", reason.tag())
                            .register(registry));
        }
        acknowledged = Timer.builder("gateway.touchpoints.latency")
                .description("From the arrival of a request to the acknowledgement of all its events")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
        Gauge.builder("gateway.memory.used", memory, MemoryBudget::taken)
                .description("Bytes of request bodies under way")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("gateway.requests.active", underWay)
                .description("Requests under way")
                .register(registry);
    }

    /** Counts what was stored, and what was left out on purpose. */
    void kept(IngestResult harvest, long startedNanos) {
        accepted.increment(harvest.touchpoints().size());
        acknowledged.record(Duration.ofNanos(System.nanoTime() - startedNanos));
        String source = harvest.sender().name();
        count(source, "touchpoint", harvest.touchpoints().size());
        count(source, "failed", harvest.failed().size());
        count(source, "ignored", harvest.ignored().size());
    }

    private void count(String source, String outcome, int events) {
        if (events > 0) {
            registry.counter("gateway.source.events", "source", source, "outcome", outcome)
                    .increment(events);
        }
    }

    void refused(RejectedRequest.Reason reason, int count) {
        Counter counter = refused.get(reason);
        if (counter != null) {
            counter.increment(count);
        }
    }
}
