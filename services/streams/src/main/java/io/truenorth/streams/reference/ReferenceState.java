package io.truenorth.streams.reference;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.ReferenceClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reference.
 *
 * <pre>
 * state = version, 0 | 1, claim, forget at, count, { other claimant }, waiting, next number
 * </pre>
 *
 * @param owner the earliest claim; null while none is known
 * @param forgetAt when the owner is forgotten, epoch ms; 0 while none is known
 * @param otherClaimants identities whose claims were reported as conflicts
 * @param waiting the number of touchpoints that wait for the owner
 * @param nextNumber of the next touchpoint that waits
 */
record ReferenceState(
        @Nullable ReferenceClaim owner, long forgetAt, List<String> otherClaimants, int waiting, long nextNumber) {
    /** The state of a reference of which nothing is known. */
    static final ReferenceState UNKNOWN = new ReferenceState(null, 0, List.of(), 0, 0);

    private static final int VERSION = 1;
    private static final int MOST_CLAIMANTS = 20;
    /** The time is not stored with each use. */
    private static final long SHORTEST_EXTENSION = TimeUnit.DAYS.toMillis(1);

    /** Copies the list. */
    ReferenceState {
        otherClaimants = List.copyOf(otherClaimants);
    }

    ReferenceState ownedBy(ReferenceClaim claim) {
        return new ReferenceState(claim, forgetAt, otherClaimants, waiting, nextNumber);
    }

    ReferenceState rememberedUntil(long time) {
        return time < forgetAt + SHORTEST_EXTENSION
                ? this
                : new ReferenceState(owner, time, otherClaimants, waiting, nextNumber);
    }

    /** Returns whether a conflict with an identity is still to be reported. */
    boolean isNews(String claimant) {
        return otherClaimants.size() < MOST_CLAIMANTS && !otherClaimants.contains(claimant);
    }

    ReferenceState withClaimant(String claimant) {
        List<String> more = new ArrayList<>(otherClaimants);
        more.add(claimant);
        return new ReferenceState(owner, forgetAt, more, waiting, nextNumber);
    }

    ReferenceState withOneMoreWaiting() {
        return new ReferenceState(owner, forgetAt, otherClaimants, waiting + 1, nextNumber + 1);
    }

    ReferenceState withWaiting(int left) {
        return new ReferenceState(owner, forgetAt, otherClaimants, left, nextNumber);
    }

    /** Returns what is left without erased identities: if the owner is one, the reference belongs to nobody. */
    ReferenceState without(ErasedNames erased) {
        if (ownerIsErased(erased)) {
            return new ReferenceState(null, 0, List.of(), waiting, nextNumber);
        }
        long at = owner == null ? 0 : owner.evidence().at();
        return new ReferenceState(
                owner == null ? null : owner.without(other -> erased.covers(other, at)),
                forgetAt,
                otherClaimants.stream().filter(other -> !erased.has(other)).toList(),
                waiting,
                nextNumber);
    }

    boolean ownerIsErased(ErasedNames erased) {
        return owner != null && erased.covers(owner.identity(), owner.evidence().at());
    }

    /** Returns whether there is nothing to store. */
    boolean isEmpty() {
        return owner == null && waiting == 0;
    }

    byte[] toBytes() {
        FieldWriter out = new FieldWriter().writeByte(VERSION).writeByte(owner == null ? 0 : 1);
        if (owner != null) {
            owner.write(out);
        }
        out.writeLong(forgetAt).writeLong(otherClaimants.size());
        otherClaimants.forEach(out::writeText);
        return out.writeLong(waiting).writeLong(nextNumber).toBytes();
    }

    static ReferenceState fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("reference", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        ReferenceClaim owner = in.readByte() == 1 ? ReferenceClaim.read(in) : null;
        long forgetAt = in.readLong();
        List<String> claimants = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            claimants.add(in.readText());
        }
        ReferenceState state = new ReferenceState(owner, forgetAt, claimants, (int) in.readLong(), in.readLong());
        in.expectEnd();
        return state;
    }
}
