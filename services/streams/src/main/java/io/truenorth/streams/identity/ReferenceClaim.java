package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Evidence;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What says that a reference belongs to an identity: an event that has both.
 *
 * <pre>
 * claim = identity, count, { other identity }, evidence, see {@link LinkFields}
 * </pre>
 *
 * @param identity the event's strongest identity
 * @param others the event's other identities
 * @param evidence the event
 */
public record ReferenceClaim(String identity, List<String> others, Evidence evidence) {
    private static final Comparator<ReferenceClaim> BY_TIME = Comparator.<ReferenceClaim>comparingLong(
                    claim -> claim.evidence().at())
            .thenComparing(claim -> claim.evidence().eventId())
            .thenComparing(ReferenceClaim::identity);

    /** Copies the identities. */
    public ReferenceClaim {
        others = List.copyOf(others);
    }

    /** Writes the binary form, within a message or a stored value. */
    public void write(FieldWriter out) {
        out.writeText(identity).writeLong(others.size());
        others.forEach(out::writeText);
        LinkFields.write(out, evidence);
    }

    /** Reads the binary form. */
    public static ReferenceClaim read(FieldReader in) {
        String identity = in.readText();
        List<String> others = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            others.add(in.readText());
        }
        return new ReferenceClaim(identity, others, LinkFields.readEvidence(in));
    }

    /** Returns the claim without some of the event's other identities. */
    public ReferenceClaim without(Predicate<String> erased) {
        return others.stream().noneMatch(erased)
                ? this
                : new ReferenceClaim(
                        identity, others.stream().filter(erased.negate()).toList(), evidence);
    }

    /** Returns whether the event is the earlier one; of two at the same time the one with the smaller id. */
    public boolean isBefore(ReferenceClaim other) {
        return BY_TIME.compare(this, other) < 0;
    }

    /** Returns whether the event has an identity of another one. */
    public boolean agreesWith(ReferenceClaim other) {
        return identity.equals(other.identity) || others.contains(other.identity) || other.others.contains(identity);
    }
}
