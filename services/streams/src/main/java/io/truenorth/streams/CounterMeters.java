package io.truenorth.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.truenorth.identity.joining.RefusalReason;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.customer.ImportCounters;
import io.truenorth.streams.customer.JoinCounters;
import io.truenorth.streams.customer.TouchpointCounters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
            bindPartition(registry, partition);
        }
    }

    private void bindPartition(MeterRegistry registry, int partition) {
        Tags tags = Tags.of("partition", Integer.toString(partition));
        touchpoints(registry, "received", partition, tags, TouchpointCounters::received);
        touchpoints(registry, "scored", partition, tags, TouchpointCounters::scored);
        touchpoints(registry, "duplicates", partition, tags, TouchpointCounters::duplicates);
        touchpoints(registry, "waiting", partition, tags, TouchpointCounters::waiting);
        touchpoints(registry, "suppressed", partition, tags, TouchpointCounters::suppressed);
        touchpoints(registry, "rekeyed", partition, tags, TouchpointCounters::rekeyed);
        touchpoints(registry, "published", partition, tags, TouchpointCounters::published);
        touchpoints(registry, "rescored", partition, tags, TouchpointCounters::rescored);
        for (FailureReason reason : FailureReason.values()) {
            Tags why = tags.and("reason", reason.name().toLowerCase(Locale.ROOT));
            touchpoints(
                    registry,
                    "failed",
                    partition,
                    why,
                    counters -> counters.failedByReason().getOrDefault(reason, 0L));
        }
        imports(registry, "received", partition, tags, ImportCounters::received);
        imports(registry, "united", partition, tags, ImportCounters::united);
        imports(registry, "failed", partition, tags, ImportCounters::failed);
        joins(registry, "joined", partition, tags, JoinCounters::joined);
        joins(registry, "split", partition, tags, JoinCounters::split);
        joins(registry, "messages.sent", partition, tags, JoinCounters::sent);
        joins(registry, "messages.handled", partition, tags, JoinCounters::handled);
        joins(registry, "hops", partition, tags, JoinCounters::hops);
        for (RefusalReason reason : RefusalReason.values()) {
            Tags why = tags.and("reason", reason.name().toLowerCase(Locale.ROOT));
            joins(
                    registry,
                    "refused",
                    partition,
                    why,
                    counters -> counters.refused().getOrDefault(reason, 0L));
        }
    }

    private void touchpoints(
            MeterRegistry registry, String name, int partition, Tags tags, ToLongFunction<TouchpointCounters> value) {
        gauge(registry, "streams.touchpoints." + name, tags, () -> partitions.of(partition), value);
    }

    private void imports(
            MeterRegistry registry, String name, int partition, Tags tags, ToLongFunction<ImportCounters> value) {
        gauge(registry, "streams.imports." + name, tags, () -> partitions.importsOf(partition), value);
    }

    private void joins(
            MeterRegistry registry, String name, int partition, Tags tags, ToLongFunction<JoinCounters> value) {
        gauge(registry, "streams.identities." + name, tags, () -> partitions.joinsOf(partition), value);
    }

    private static <C> void gauge(
            MeterRegistry registry, String name, Tags tags, Supplier<Optional<C>> find, ToLongFunction<C> value) {
        Gauge.builder(name, () -> {
                    Optional<C> counters = find.get();
                    return counters.isPresent() ? (double) value.applyAsLong(counters.get()) : Double.NaN;
                })
                .tags(tags)
                .register(registry);
    }
}
