package io.truenorth.streams.customer;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * How far the mentions of erased identities are removed from a partition.
 *
 * <pre>
 * progress = version, since, again since, 0 | 1 at references, after
 * </pre>
 *
 * @param since the erasures since then are looked at, epoch ms
 * @param againSince of erasures that were told of meanwhile, epoch ms: it starts once more; {@link Long#MAX_VALUE} if none were
 * @param atReferences whether all customers were looked at, and references are
 * @param after the last customer or reference that was looked at; empty at the start
 */
record SweepProgress(long since, long againSince, boolean atReferences, String after) {
    private static final int VERSION = 1;

    static SweepProgress start(long since) {
        return new SweepProgress(since, Long.MAX_VALUE, false, "");
    }

    SweepProgress again(long againAfter) {
        return new SweepProgress(since, Math.min(againSince, againAfter), atReferences, after);
    }

    SweepProgress after(String last) {
        return new SweepProgress(since, againSince, atReferences, last);
    }

    SweepProgress toReferences() {
        return new SweepProgress(since, againSince, true, "");
    }

    byte[] toBytes() {
        return new FieldWriter()
                .writeByte(VERSION)
                .writeLong(since)
                .writeLong(againSince)
                .writeByte(atReferences ? 1 : 0)
                .writeText(after)
                .toBytes();
    }

    static SweepProgress fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("progress of the removal of mentions", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        SweepProgress progress = new SweepProgress(in.readLong(), in.readLong(), in.readByte() == 1, in.readText());
        in.expectEnd();
        return progress;
    }
}
