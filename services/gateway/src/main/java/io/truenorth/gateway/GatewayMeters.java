package io.truenorth.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the gateway counts and times. */
final class GatewayMeters {

    private final Counter accepted;
    private final Map<Refusal.Reason, Counter> refused = new EnumMap<>(Refusal.Reason.class);
    private final Timer acknowledged;

    GatewayMeters(MeterRegistry registry, MemoryBudget memory, Supplier<Number> underWay) {
        accepted = Counter.builder("gateway.touchpoints.accepted")
                .description("Events that Kafka acknowledged")
                .register(registry);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
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

    void accepted(int events, Duration latency) {
        accepted.increment(events);
        acknowledged.record(latency);
    }

    void refused(Refusal.Reason reason, int count) {
        Counter counter = refused.get(reason);
        if (counter != null) {
            counter.increment(count);
        }
    }
}
