package io.truenorth.streams.customer;

import io.truenorth.identity.joining.RefusalReason;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of what one partition did about identities, cumulative. Stored with the ledgers, as {@link TouchpointCounters} are.
 * Over all partitions {@code sent = handled} while nothing is under way.
 *
 * @param joined customers taken in
 * @param split identities split from a customer by request
 * @param sent messages sent to identities and customers, other than touchpoints
 * @param handled such messages handled
 * @param hops touchpoints sent on to their customer
 * @param refused links that were refused, by reason
 */
public record JoinCounters(
        long joined, long split, long sent, long handled, long hops, Map<RefusalReason, Long> refused) {
    private static final int VERSION = 1;

    /** All counts zero. */
    public static final JoinCounters ZERO = new JoinCounters(0, 0, 0, 0, 0, Map.of());

    /** Copies the map. */
    public JoinCounters {
        refused = Map.copyOf(refused);
    }

    /** Returns the sum with other counters. */
    public JoinCounters plus(JoinCounters other) {
        Map<RefusalReason, Long> all = new EnumMap<>(RefusalReason.class);
        all.putAll(refused);
        other.refused.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new JoinCounters(
                joined + other.joined,
                split + other.split,
                sent + other.sent,
                handled + other.handled,
                hops + other.hops,
                all);
    }

    /** Returns the binary form; reasons are stored by name. */
    byte[] toBytes() {
        FieldWriter out = new FieldWriter()
                .writeByte(VERSION)
                .writeLong(joined)
                .writeLong(split)
                .writeLong(sent)
                .writeLong(handled)
                .writeLong(hops)
                .writeLong(refused.size());
        new TreeMap<>(refused)
                .forEach((reason, count) -> out.writeText(reason.name()).writeLong(count));
        return out.toBytes();
    }

    static JoinCounters fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("counters of joins", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        long joined = in.readLong();
        long split = in.readLong();
        long sent = in.readLong();
        long handled = in.readLong();
        long hops = in.readLong();
        Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);
        for (int left = in.readCount(); left > 0; left--) {
            refused.put(RefusalReason.valueOf(in.readText()), in.readLong());
        }
        in.expectEnd();
        return new JoinCounters(joined, split, sent, handled, hops, refused);
    }
}
