package io.truenorth.streams.customer;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * How far what was deleted in a partition is compacted away.
 *
 * <pre>
 * progress = version, stepped at, left
 * </pre>
 *
 * @param steppedAt when the latest step was made, or the first one was asked for, epoch ms
 * @param left for how long steps are still to be made, ms
 */
record CompactionProgress(long steppedAt, long left) {
    private static final int VERSION = 1;

    byte[] toBytes() {
        return new FieldWriter()
                .writeByte(VERSION)
                .writeLong(steppedAt)
                .writeLong(left)
                .toBytes();
    }

    static CompactionProgress fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("progress of compaction", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        CompactionProgress progress = new CompactionProgress(in.readLong(), in.readLong());
        in.expectEnd();
        return progress;
    }
}
