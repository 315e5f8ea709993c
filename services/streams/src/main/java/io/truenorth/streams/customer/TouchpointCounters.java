package io.truenorth.streams.customer;

import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of the touchpoints of one partition, cumulative. Stored with the ledgers, so that a touch is counted in the
 * transaction that adds it. Over all partitions {@code received = scored + failed + duplicates + waiting + suppressed}
 * while there is no input: a re-keyed touchpoint is received on one partition and scored on another.
 *
 * @param received records consumed from the topic of touchpoints
 * @param scored touches added to a ledger
 * @param duplicates touches whose event was already counted
 * @param waiting touches that wait until it is known whose their reference is; the only one that also falls
 * @param suppressed touches of identities that were erased, or whose customer does not consent to scoring
 * @param rekeyed records forwarded to the partition of their identity
 * @param published scores published
 * @param rescored customers rescored because they were due
 * @param failedByReason rejected records
 */
public record TouchpointCounters(
        long received,
        long scored,
        long duplicates,
        long waiting,
        long suppressed,
        long rekeyed,
        long published,
        long rescored,
        Map<FailureReason, Long> failedByReason) {
    private static final int VERSION = 3;

    /** All counts zero. */
    public static final TouchpointCounters ZERO = new TouchpointCounters(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    /** Copies the map. */
    public TouchpointCounters {
        failedByReason = Map.copyOf(failedByReason);
    }

    /** Returns the number of rejected records, over all reasons. */
    public long failed() {
        return failedByReason.values().stream().mapToLong(count -> count).sum();
    }

    /** Returns the sum with the counters of another partition. */
    public TouchpointCounters plus(TouchpointCounters other) {
        Map<FailureReason, Long> failed = new EnumMap<>(FailureReason.class);
        failed.putAll(failedByReason);
        other.failedByReason.forEach((reason, count) -> failed.merge(reason, count, Long::sum));
        return new TouchpointCounters(
                received + other.received,
                scored + other.scored,
                duplicates + other.duplicates,
                waiting + other.waiting,
                suppressed + other.suppressed,
                rekeyed + other.rekeyed,
                published + other.published,
                rescored + other.rescored,
                failed);
    }

    /** Returns the binary form; reasons are stored by name, so that they may be added or reordered. */
    byte[] toBytes() {
        FieldWriter out = new FieldWriter()
                .writeByte(VERSION)
                .writeLong(received)
                .writeLong(scored)
                .writeLong(duplicates)
                .writeLong(waiting)
                .writeLong(suppressed)
                .writeLong(rekeyed)
                .writeLong(published)
                .writeLong(rescored)
                .writeLong(failedByReason.size());
        new TreeMap<>(failedByReason)
                .forEach((reason, count) -> out.writeText(reason.name()).writeLong(count));
        return out.toBytes();
    }

    /** Reads any supported version of the binary form. */
    static TouchpointCounters fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("counters", bytes);
        int version = in.readByte();
        if (version < 1 || version > VERSION) {
            throw in.problem("expected version 1 to " + VERSION + ", was " + version);
        }
        long received = in.readLong();
        long scored = in.readLong();
        long duplicates = in.readLong();
        long waiting = version == 1 ? 0 : in.readLong();
        long suppressed = version < 3 ? 0 : in.readLong();
        long rekeyed = in.readLong();
        long published = in.readLong();
        long rescored = in.readLong();
        Map<FailureReason, Long> failed = new EnumMap<>(FailureReason.class);
        for (int left = in.readCount(); left > 0; left--) {
            failed.put(FailureReason.valueOf(in.readText()), in.readLong());
        }
        in.expectEnd();
        return new TouchpointCounters(
                received, scored, duplicates, waiting, suppressed, rekeyed, published, rescored, failed);
    }
}
