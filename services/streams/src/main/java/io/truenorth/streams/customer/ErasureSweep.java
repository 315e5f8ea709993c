package io.truenorth.streams.customer;

import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.IdentityState;
import io.truenorth.streams.reference.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Removes what other customers, identities and references of a partition still say of erased identities: of links that were
 * refused or reported, of pairs that were split, of whose a reference is. It looks through the store in batches beside the
 * work on records, for a tenth of the time at most, and goes on after a restart. Confined to the partition's stream thread.
 */
final class ErasureSweep {
    /** A batch takes some milliseconds to read. */
    private static final long BATCH_BYTES = 4 << 20;
    /** After a batch the thread is left to other work for that many times as long as the batch took. */
    private static final int REST = 9;

    private final KeyValueStore<Bytes, byte[]> entries;
    private final StoredSuppressions suppressions;
    private final References references;
    private final int batch;
    private final LongSupplier clock;
    private final BiConsumer<String, ErasedNames> forget;
    private final StoredProgress<SweepProgress> progress;
    private long latestEnd;
    private long latestTook;
    /** Whether customers may have changed before the request, and are not written yet. */
    private boolean awaitsWriting;

    /**
     * @param batch after how many customers or references the rest is left for the next call
     * @param clock wall-clock time, epoch ms
     * @param forget removes mentions from a customer
     */
    ErasureSweep(
            KeyValueStore<Bytes, byte[]> entries,
            StoredSuppressions suppressions,
            References references,
            int batch,
            LongSupplier clock,
            BiConsumer<String, ErasedNames> forget) {
        this.entries = entries;
        this.suppressions = suppressions;
        this.references = references;
        this.batch = batch;
        this.clock = clock;
        this.forget = forget;
        this.progress =
                new StoredProgress<>(entries, CustomerKeys.sweep(), SweepProgress::toBytes, SweepProgress::fromBytes);
    }

    /** Has mentions removed of identities that were erased at or after a time, epoch ms. */
    void request(long since) {
        SweepProgress before = progress.get();
        progress.set(before == null ? SweepProgress.start(since) : before.again(since));
        awaitsWriting = true;
    }

    /** Tells that all changes are written. */
    void written() {
        awaitsWriting = false;
    }

    /** Looks at a batch of customers or references, if there is anything to do, and the latest batch is long enough ago. */
    void step() {
        SweepProgress before = progress.get();
        if (before == null || awaitsWriting) {
            return;
        }
        long start = clock.getAsLong();
        if (rests(start)) {
            return;
        }
        step(before);
        latestEnd = clock.getAsLong();
        latestTook = latestEnd - start;
    }

    /** A clock that was set back is no reason to rest. */
    private boolean rests(long now) {
        return now >= latestEnd && now - latestEnd < REST * latestTook;
    }

    private void step(SweepProgress before) {
        ErasedNames erased = new ErasedSince(suppressions, before.since());
        Optional<String> last = before.atReferences()
                ? references.forget(before.after(), batch, BATCH_BYTES, erased)
                : forget(before.after(), erased);
        if (last.isPresent()) {
            progress.set(before.after(last.get()));
        } else if (!before.atReferences()) {
            progress.set(before.toReferences());
        } else if (before.againSince() == Long.MAX_VALUE) {
            progress.end();
        } else {
            progress.set(SweepProgress.start(before.againSince()));
        }
    }

    /** Returns the last customer of the batch; empty if there are no more. */
    private Optional<String> forget(String after, ErasedNames erased) {
        List<String> mentioning = new ArrayList<>();
        String last = after;
        int count = 0;
        long bytes = 0;
        boolean isDone;
        Bytes from = after.isEmpty() ? CustomerKeys.firstCustomer("") : CustomerKeys.behind(after);
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, CustomerKeys.behindCustomers())) {
            while (range.hasNext() && count < batch && bytes < BATCH_BYTES) {
                KeyValue<Bytes, byte[]> entry = range.next();
                bytes += entry.value.length;
                if (CustomerKeys.isHeader(entry.key)) {
                    count++;
                    last = CustomerKeys.customerOf(entry.key);
                    if (mentions(last, entry.value, erased)) {
                        mentioning.add(last);
                    }
                }
            }
            isDone = !range.hasNext();
        }
        mentioning.forEach(customer -> forget.accept(customer, erased));
        return isDone ? Optional.empty() : Optional.of(last);
    }

    private static boolean mentions(String customer, byte[] header, ErasedNames erased) {
        byte[] identities = CustomerHeaderFormat.read(header).identities();
        if (identities == null) {
            return false;
        }
        IdentityState state = IdentityState.fromBytes(customer, identities);
        state.forget(erased);
        return state.takeChanged();
    }

    /** Returns whether mentions of what was erased at a time, epoch ms, may not be removed yet. */
    boolean isPending(long erasedAt) {
        SweepProgress now = progress.get();
        return now != null && erasedAt >= Math.min(now.since(), now.againSince());
    }

    /** Discards what was read, since the store is about to change. */
    void discard() {
        progress.discard();
        awaitsWriting = false;
    }

    /** The identities that were erased since a time. */
    private record ErasedSince(StoredSuppressions suppressions, long since) implements ErasedNames {
        @Override
        public boolean has(String identity) {
            Suppression suppression = suppressions.of(identity);
            return suppression != null && suppression.until() >= since;
        }

        @Override
        public boolean covers(String identity, long at) {
            return suppressions.covers(identity, at);
        }
    }
}
