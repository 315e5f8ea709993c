package io.truenorth.cli.privacy.trace;

import io.truenorth.schemas.RemovalDate;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/**
 * The settings of a topic that say when its records are removed.
 *
 * @param compacted whether records are replaced by later ones of their key
 * @param retention how long records are kept, in ms; below 0 if without end
 * @param segment how long a segment of the log is written to before another begins, in ms
 * @param compactionLag the longest time before a replaced record is removed, in ms
 * @param tombstones how long a tombstone is kept, in ms
 */
record TopicSettings(boolean compacted, long retention, long segment, long compactionLag, long tombstones) {

    static TopicSettings of(Config config) {
        return new TopicSettings(
                value(config, "cleanup.policy").contains("compact"),
                number(config, "retention.ms"),
                number(config, "segment.ms"),
                number(config, "max.compaction.lag.ms"),
                number(config, "delete.retention.ms"));
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        if (entry == null) {
            throw new IllegalStateException("brokers tell " + name + " of every topic");
        }
        return entry.value();
    }

    private static long number(Config config, String name) {
        return Long.parseLong(value(config, name));
    }

    /** When a record is deleted that none replaces; empty if never. */
    Optional<Instant> removalOf(Instant at) {
        return compacted || retention < 0 ? Optional.empty() : after(at, retention, segment);
    }

    /** When a record is removed that a later one of its key replaced. */
    Optional<Instant> removalOfReplaced(Instant replacedAt) {
        return after(replacedAt, compactionLag, segment);
    }

    /** When a tombstone is removed. */
    Optional<Instant> removalOfTombstone(Instant at) {
        return after(at, tombstones, segment, compactionLag);
    }

    /** Empty where there is practically no limit, as in brokers' defaults. */
    private static Optional<Instant> after(Instant at, long... millis) {
        long end = at.toEpochMilli();
        for (long some : millis) {
            end = some > RemovalDate.NEVER - end ? RemovalDate.NEVER : end + some;
        }
        return end >= RemovalDate.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
    }
}
