package io.truenorth.streams.customer;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Has what was deleted compacted away, also on a partition without traffic. Kafka compacts closed segments only, and closes
 * one when something is appended to its partition; RocksDB looks for old files when it has written a new one. So after an
 * erasure a partition makes steps at the {@linkplain ErasurePlaces#compactionInterval() interval of its places}: in each,
 * records are appended that say nothing, and the store is written to its files. They end when all dates of a receipt have
 * passed that are kept by compaction.
 *
 * <p>Steps are counted, not days: after a stop of the service the remaining ones are still made. The progress is stored at
 * each step, which is what is appended to the changelog. Confined to the partition's stream thread.
 */
final class ErasureCompaction {
    private final StoredProgress<CompactionProgress> progress;
    private final ErasurePlaces places;

    ErasureCompaction(KeyValueStore<Bytes, byte[]> entries, ErasurePlaces places) {
        this.progress = new StoredProgress<>(
                entries, CustomerKeys.compaction(), CompactionProgress::toBytes, CompactionProgress::fromBytes);
        this.places = places;
    }

    /** Has steps made, since something was deleted at a time, epoch ms. */
    void request(long now) {
        CompactionProgress before = progress.get();
        // The next step may come at once: one more is made.
        long left = places.compactedWithin() + places.compactionInterval();
        if (before == null) {
            progress.set(new CompactionProgress(now, left));
        } else if (before.left() < left) {
            progress.set(new CompactionProgress(before.steppedAt(), left));
        }
    }

    /**
     * Makes a step, if one is due at a time, epoch ms.
     *
     * @return whether records are to be appended to the tables
     */
    boolean step(long now) {
        CompactionProgress before = progress.get();
        if (before == null) {
            return false;
        }
        long interval = places.compactionInterval();
        if (isEarly(now, before.steppedAt(), interval)) {
            return false;
        }
        if (before.left() > interval) {
            progress.set(new CompactionProgress(now, before.left() - interval));
        } else {
            progress.end();
        }
        return true;
    }

    /** A clock that was ahead, as on another instance, is no reason to wait for that long. */
    private static boolean isEarly(long now, long steppedAt, long interval) {
        return now >= steppedAt && now - steppedAt < interval;
    }

    /** Discards what was read, since the store is about to change. */
    void discard() {
        progress.discard();
    }
}
