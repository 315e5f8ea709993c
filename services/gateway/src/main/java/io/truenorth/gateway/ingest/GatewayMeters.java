package io.truenorth.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.RequestBody.MemoryBudget;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The metrics of the gateway. */
final class GatewayMeters {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Map<RejectedRequest.Reason, Counter> rejected = new EnumMap<>(RejectedRequest.Reason.class);
    private final Timer acknowledged;

    GatewayMeters(MeterRegistry registry, MemoryBudget memory, Supplier<Number> inProgress) {
        this.registry = registry;
        accepted = Counter.builder("gateway.touchpoints.accepted")
                .description("Events that Kafka acknowledged")
                .register(registry);
        for (RejectedRequest.Reason reason : RejectedRequest.Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("gateway.touchpoints.refused")
                            .description("Events that violate the contract (invalid), and requests rejected as a whole")
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
        Gauge.builder("gateway.memory.used", memory, MemoryBudget::reserved)
                .description("Bytes of request bodies in progress")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("gateway.requests.active", inProgress)
                .description("Requests in progress")
                .register(registry);
    }

    /** Counts what was stored, and what was ignored on purpose. */
    void stored(IngestResult result, long startedNanos) {
        accepted.increment(result.touchpoints().size());
        acknowledged.record(Duration.ofNanos(System.nanoTime() - startedNanos));
        String source = result.sender().name();
        count(source, "touchpoint", result.touchpoints().size());
        count(source, "failed", result.failed().size());
        count(source, "ignored", result.ignored().size());
    }

    private void count(String source, String outcome, int events) {
        if (events > 0) {
            registry.counter("gateway.source.events", "source", source, "outcome", outcome)
                    .increment(events);
        }
    }

    void rejected(RejectedRequest.Reason reason, int count) {
        Counter counter = rejected.get(reason);
        if (counter != null) {
            counter.increment(count);
        }
    }
}
