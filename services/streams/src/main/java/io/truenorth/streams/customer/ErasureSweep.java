package io.truenorth.streams.customer;

import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.IdentityState;
import io.truenorth.streams.reference.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Removes what other customers, identities and references of a partition still say of erased identities: of links that were
 * refused or reported, of pairs that were split, of whose a reference is. It looks through the store in batches beside the
 * work on records, and goes on after a restart. Confined to the partition's stream thread.
 */
final class ErasureSweep {
    private final KeyValueStore<Bytes, byte[]> entries;
    private final StoredSuppressions suppressions;
    private final References references;
    private final int batch;
    private final BiConsumer<String, ErasedNames> forget;
    private @Nullable SweepProgress progress;
    private boolean isRead;
    /** Whether customers may have changed before the request, and are not written yet. */
    private boolean awaitsWriting;

    /**
     * @param batch after how many customers or references the rest is left for the next call
     * @param forget removes mentions from a customer
     */
    ErasureSweep(
            KeyValueStore<Bytes, byte[]> entries,
            StoredSuppressions suppressions,
            References references,
            int batch,
            BiConsumer<String, ErasedNames> forget) {
        this.entries = entries;
        this.suppressions = suppressions;
        this.references = references;
        this.batch = batch;
        this.forget = forget;
    }

    /** Has mentions removed of identities that were erased at or after a time, epoch ms. */
    void request(long since) {
        SweepProgress before = progress();
        write(before == null ? SweepProgress.start(since) : before.again(since));
        awaitsWriting = true;
    }

    /** Tells that all changes are written. */
    void written() {
        awaitsWriting = false;
    }

    /** Looks at a batch of customers or references, if there is anything to do. */
    void step() {
        SweepProgress before = progress();
        if (before == null || awaitsWriting) {
            return;
        }
        ErasedNames erased = new ErasedSince(suppressions, before.since());
        Optional<String> last = before.atReferences()
                ? references.forget(before.after(), batch, erased)
                : forget(before.after(), erased);
        if (last.isPresent()) {
            write(before.after(last.get()));
        } else if (!before.atReferences()) {
            write(before.toReferences());
        } else {
            write(before.againSince() == Long.MAX_VALUE ? null : SweepProgress.start(before.againSince()));
        }
    }

    /** Returns the last customer of the batch; empty if there are no more. */
    private Optional<String> forget(String after, ErasedNames erased) {
        List<String> mentioning = new ArrayList<>();
        String last = after;
        int count = 0;
        boolean isDone;
        Bytes from = after.isEmpty() ? CustomerKeys.firstCustomer("") : CustomerKeys.behind(after);
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, CustomerKeys.behindCustomers())) {
            while (range.hasNext() && count < batch) {
                KeyValue<Bytes, byte[]> entry = range.next();
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
        SweepProgress now = progress();
        return now != null && erasedAt >= Math.min(now.since(), now.againSince());
    }

    private @Nullable SweepProgress progress() {
        if (!isRead) {
            byte[] stored = entries.get(CustomerKeys.sweep());
            progress = stored == null ? null : SweepProgress.fromBytes(stored);
            isRead = true;
        }
        return progress;
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    private void write(@Nullable SweepProgress now) {
        progress = now;
        isRead = true;
        entries.put(CustomerKeys.sweep(), now == null ? null : now.toBytes());
    }

    /** Discards what was read, since the store is about to change. */
    void discard() {
        isRead = false;
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
