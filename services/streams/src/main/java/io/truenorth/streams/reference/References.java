package io.truenorth.streams.reference;

import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.ReferenceClaim;
import io.truenorth.streams.reference.ReferenceKeys.DueReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The references of one partition: whose each is, by the earliest claim, and which touchpoints wait until that is known.
 * Every reference of which anything is known has one entry in the due index, at or before the time at which its owner is to
 * be forgotten or the first of its touchpoints has waited long enough. Confined to the partition's stream thread.
 */
public final class References {
    private final UnwrittenEntries entries;
    private final ErasedNames erased;
    private final ReferenceLimits limits;
    private final int batch;
    private long nothingDueBefore = Long.MIN_VALUE;

    /**
     * Creates the references of a partition.
     *
     * @param entries the store
     * @param erased all erased identities, whose earlier claims do not count any more
     * @param batch after how many touchpoints or references {@link #expire} leaves the rest for the next call
     */
    public References(KeyValueStore<Bytes, byte[]> entries, ErasedNames erased, ReferenceLimits limits, int batch) {
        this.entries = new UnwrittenEntries(entries);
        this.erased = erased;
        this.limits = limits;
        this.batch = batch;
    }

    /**
     * Returns the identity that a reference belongs to, which is used at a time (epoch ms); empty if none is known.
     */
    public Optional<String> owner(String reference, long now) {
        ReferenceState state = find(reference);
        if (state.owner() == null) {
            return Optional.empty();
        }
        write(reference, state, state.rememberedUntil(now + limits.remember().toMillis()));
        return Optional.of(state.owner().identity());
    }

    /**
     * Takes a claim: the reference belongs to the identity of the earliest one.
     *
     * @param now epoch ms
     * @return the later of two claims by different customers, if it was not returned before; empty if there is no conflict
     */
    public Optional<ReferenceClaim> claim(String reference, ReferenceClaim claim, long now) {
        ReferenceState before = find(reference);
        ReferenceClaim owner = before.owner();
        boolean isFirst = owner == null || claim.isBefore(owner);
        ReferenceState after = (isFirst ? before.ownedBy(claim) : before)
                .rememberedUntil(now + limits.remember().toMillis());
        Optional<ReferenceClaim> conflict = Optional.ofNullable(owner)
                .filter(known -> !known.agreesWith(claim))
                .map(known -> isFirst ? known : claim)
                .filter(later -> before.isNews(later.identity()));
        write(
                reference,
                before,
                conflict.map(later -> after.withClaimant(later.identity())).orElse(after));
        if (before.equals(ReferenceState.UNKNOWN)) {
            willBeDue(after.forgetAt(), reference);
        }
        return conflict;
    }

    /**
     * Keeps a touchpoint until its reference has an owner.
     *
     * @param source of the touchpoint
     * @param now epoch ms
     * @return false if too many wait already; it is not kept then
     */
    public boolean await(String reference, ReceivedRecord received, String source, long now) {
        ReferenceState state = find(reference);
        if (state.waiting() >= limits.mostWaiting()) {
            return false;
        }
        long deadline = now + limits.await().toMillis();
        entries.put(
                ReferenceKeys.waiting(reference, state.nextNumber()),
                new WaitingTouchpoint(deadline, source, received).toBytes());
        write(reference, state, state.withOneMoreWaiting());
        if (state.equals(ReferenceState.UNKNOWN)) {
            willBeDue(deadline, reference);
        }
        return true;
    }

    /** Removes the touchpoints that wait at a reference, and passes them on in the order of their arrival. */
    public void release(String reference, Consumer<WaitingTouchpoint> released) {
        ReferenceState state = find(reference);
        if (state.waiting() == 0) {
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> waiting = waiting(reference)) {
            while (waiting.hasNext()) {
                KeyValue<Bytes, byte[]> next = waiting.next();
                entries.remove(next.key);
                released.accept(WaitingTouchpoint.fromBytes(next.value));
            }
        }
        write(reference, state, state.withWaiting(0));
    }

    /**
     * Forgets owners, and removes touchpoints that have waited long enough: a batch of them, those due first.
     *
     * @param now epoch ms
     * @param expired receives the touchpoints
     */
    public void expire(long now, Consumer<WaitingTouchpoint> expired) {
        if (now < nothingDueBefore) {
            return;
        }
        int touchpoints = 0;
        for (DueReference due : due(now)) {
            if (touchpoints >= batch) {
                return;
            }
            entries.remove(ReferenceKeys.due(due.time(), due.reference()));
            touchpoints += visit(due.reference(), now, expired);
        }
    }

    /**
     * Removes what a batch of references says of erased identities: those that belonged to one belong to nobody.
     *
     * @param after the last reference that was looked at; empty at the start
     * @param most the number of references and waiting touchpoints after which the rest is left for the next call
     * @param mostBytes the bytes of these after which the rest is left too
     * @param lately the identities
     * @return the last reference of the batch; empty if there are no more
     */
    public Optional<String> forget(String after, int most, long mostBytes, ErasedNames lately) {
        String last = after;
        int count = 0;
        long bytes = 0;
        Bytes from = after.isEmpty() ? ReferenceKeys.first() : ReferenceKeys.behind(after);
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, ReferenceKeys.last())) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                String reference = ReferenceKeys.referenceOf(entry.key);
                if ((count >= most || bytes >= mostBytes) && !reference.equals(last)) {
                    return Optional.of(last);
                }
                forget(reference, entry, lately);
                last = reference;
                count++;
                bytes += entry.value.length;
            }
        }
        return Optional.empty();
    }

    private void forget(String reference, KeyValue<Bytes, byte[]> entry, ErasedNames lately) {
        if (!entry.key.equals(ReferenceKeys.state(reference))) {
            WaitingTouchpoint waiting = WaitingTouchpoint.fromBytes(entry.value);
            if (lately.has(waiting.received().keyAsText())) {
                entries.put(entry.key, waiting.withKey(reference).toBytes());
            }
            return;
        }
        ReferenceState before = ReferenceState.fromBytes(entry.value);
        ReferenceState left = before.without(lately);
        if (left.isEmpty()) {
            entries.remove(entry.key);
        } else {
            write(reference, before, left);
        }
    }

    private List<DueReference> due(long now) {
        List<DueReference> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                entries.range(ReferenceKeys.firstDue(Math.max(0, nothingDueBefore)), ReferenceKeys.behindDue())) {
            while (range.hasNext() && due.size() < batch) {
                DueReference next = ReferenceKeys.dueOf(range.next().key);
                if (next.time() > now) {
                    nothingDueBefore = due.isEmpty() ? next.time() : nothingDueBefore;
                    return due;
                }
                due.add(next);
            }
        }
        if (due.isEmpty()) {
            nothingDueBefore = Long.MAX_VALUE;
        }
        return due;
    }

    /** Returns the number of touchpoints that have waited long enough. */
    private int visit(String reference, long now, Consumer<WaitingTouchpoint> expired) {
        ReferenceState state = find(reference);
        if (state.owner() == null) {
            return expireWaiting(reference, state, now, expired);
        }
        if (state.forgetAt() <= now) {
            entries.remove(ReferenceKeys.state(reference));
        } else {
            willBeDue(state.forgetAt(), reference);
        }
        return 0;
    }

    private int expireWaiting(String reference, ReferenceState state, long now, Consumer<WaitingTouchpoint> expired) {
        int count = 0;
        try (KeyValueIterator<Bytes, byte[]> waiting = waiting(reference)) {
            while (waiting.hasNext()) {
                KeyValue<Bytes, byte[]> next = waiting.next();
                WaitingTouchpoint touchpoint = WaitingTouchpoint.fromBytes(next.value);
                if (touchpoint.deadline() > now) {
                    write(reference, state, state.withWaiting(state.waiting() - count));
                    willBeDue(touchpoint.deadline(), reference);
                    return count;
                }
                entries.remove(next.key);
                expired.accept(touchpoint);
                count++;
            }
        }
        entries.remove(ReferenceKeys.state(reference));
        return count;
    }

    private KeyValueIterator<Bytes, byte[]> waiting(String reference) {
        return entries.range(ReferenceKeys.waiting(reference, 0), ReferenceKeys.behind(reference));
    }

    private void willBeDue(long time, String reference) {
        entries.put(ReferenceKeys.due(time, reference), UnwrittenEntries.NO_VALUE);
        nothingDueBefore = Math.min(nothingDueBefore, time);
    }

    private ReferenceState find(String reference) {
        return entries.get(ReferenceKeys.state(reference))
                .map(ReferenceState::fromBytes)
                .map(state -> state.ownerIsErased(erased) ? state.without(erased) : state)
                .orElse(ReferenceState.UNKNOWN);
    }

    private void write(String reference, ReferenceState before, ReferenceState after) {
        if (!after.equals(before)) {
            entries.put(ReferenceKeys.state(reference), after.toBytes());
        }
    }

    /** Writes what has changed. */
    public void writeOut() {
        entries.flush();
    }

    /** Discards what was not written, since the store is about to change. */
    public void discard() {
        entries.discard();
        nothingDueBefore = Long.MIN_VALUE;
    }
}
