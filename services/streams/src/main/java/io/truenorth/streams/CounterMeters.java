package io.truenorth.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.customer.ImportCounters;
import io.truenorth.streams.customer.TouchpointCounters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Exposes the counters of the stores as gauges, by partition. Cumulative since the deployment's start; a partition on
 * another instance has no value.
 */
final class CounterMeters implements MeterBinder {
    private final PartitionCounters partitions;

    CounterMeters(PartitionCounters partitions) {
        this.partitions = partitions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (int partition = 0; partition < partitions.count(); partition++) {
            Tags tags = Tags.of("partition", Integer.toString(partition));
            gauge(registry, "received", partition, tags, TouchpointCounters::received);
            gauge(registry, "scored", partition, tags, TouchpointCounters::scored);
            gauge(registry, "duplicates", partition, tags, TouchpointCounters::duplicates);
            gauge(registry, "rekeyed", partition, tags, TouchpointCounters::rekeyed);
            gauge(registry, "published", partition, tags, TouchpointCounters::published);
            gauge(registry, "rescored", partition, tags, TouchpointCounters::rescored);
            importGauge(registry, "received", partition, tags, ImportCounters::received);
            importGauge(registry, "united", partition, tags, ImportCounters::united);
            importGauge(registry, "failed", partition, tags, ImportCounters::failed);
            for (FailureReason reason : FailureReason.values()) {
                Tags why = tags.and("reason", reason.name().toLowerCase(Locale.ROOT));
                gauge(
                        registry,
                        "failed",
                        partition,
                        why,
                        counters -> counters.failedByReason().getOrDefault(reason, 0L));
            }
        }
    }

    private void importGauge(
            MeterRegistry registry, String name, int partition, Tags tags, ToLongFunction<ImportCounters> value) {
        Gauge.builder("streams.imports." + name, () -> {
                    Optional<ImportCounters> counters = partitions.importsOf(partition);
                    return counters.isPresent() ? (double) value.applyAsLong(counters.get()) : Double.NaN;
                })
                .tags(tags)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, int partition, Tags tags, ToLongFunction<TouchpointCounters> value) {
        Gauge.builder("streams.touchpoints." + name, () -> {
                    Optional<TouchpointCounters> counters = partitions.of(partition);
                    return counters.isPresent() ? (double) value.applyAsLong(counters.get()) : Double.NaN;
                })
                .tags(tags)
                .register(registry);
    }
}
