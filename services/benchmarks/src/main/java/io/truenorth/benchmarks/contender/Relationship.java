package io.truenorth.benchmarks.contender;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.IncrementalScoring;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a score is computed of: the ledger and the attributes of a customer. The state of all contenders but the streams
 * service, and of the oracle. Mutable; not thread-safe.
 */
public final class Relationship {
    private final RelationshipLedger ledger;
    private final Map<String, Said> attributes = new TreeMap<>();
    private @Nullable IncrementalScoring scoring;

    /** The value of an attribute, and the latest event that named it. */
    private record Said(String value, long occurredAt, String eventId) {
        Said later(Said other) {
            boolean otherIsLater = occurredAt == other.occurredAt
                    ? eventId.compareTo(other.eventId) < 0
                    : occurredAt < other.occurredAt;
            return otherIsLater ? other : this;
        }
    }

    /** Creates an empty one. */
    public Relationship() {
        this(new RelationshipLedger());
    }

    private Relationship(RelationshipLedger ledger) {
        this.ledger = ledger;
    }

    /** Assesses it at a time, epoch ms. */
    Assessment assess(RelationshipScoring rules, long t) {
        if (scoring == null) {
            scoring = rules.of(ledger);
        }
        return scoring.assess(t);
    }

    Map<String, String> attributes() {
        Map<String, String> values = new TreeMap<>();
        attributes.forEach((name, said) -> values.put(name, said.value()));
        return values;
    }

    /**
     * Adds a touchpoint, unless its event was already counted.
     *
     * @return whether it was added
     */
    public boolean fold(Touchpoint touchpoint) {
        if (ledger.add(touch(touchpoint)) != Outcome.ADDED) {
            return false;
        }
        touchpoint
                .getAttributes()
                .forEach((name, value) -> attributes.merge(
                        name, new Said(value, touchpoint.getOccurredAt(), touchpoint.getEventId()), Said::later));
        return true;
    }

    private static Touch touch(Touchpoint touchpoint) {
        return Touch.of(
                touchpoint.getEventId(),
                touchpoint.getOccurredAt(),
                touchpoint.getChannel(),
                touchpoint.getKind(),
                touchpoint.getSubject(),
                touchpoint.getDirection() == Direction.IN
                        ? io.truenorth.relationship.ledger.Direction.INBOUND
                        : io.truenorth.relationship.ledger.Direction.OUTBOUND,
                sentiment(touchpoint.getSentiment()),
                amount(touchpoint.getMoney()));
    }

    private static Sentiment sentiment(@Nullable Double value) {
        return value == null ? Sentiment.NONE : Sentiment.ofValue(value);
    }

    private static long amount(@Nullable Money money) {
        return money == null ? 0 : money.getAmountMinor();
    }

    /** Encodes it. */
    public byte[] toBytes() {
        FieldWriter out = new FieldWriter().writeBytes(ledger.toBytes()).writeLong(attributes.size());
        attributes.forEach((name, said) -> out.writeText(name)
                .writeText(said.value())
                .writeLong(said.occurredAt())
                .writeText(said.eventId()));
        return out.toBytes();
    }

    /** Decodes {@link #toBytes()}. */
    public static Relationship fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("relationship", bytes);
        Relationship relationship = new Relationship(RelationshipLedger.fromBytes(in.readBytes()));
        for (int left = in.readCount(); left > 0; left--) {
            relationship.attributes.put(in.readText(), new Said(in.readText(), in.readLong(), in.readText()));
        }
        in.expectEnd();
        return relationship;
    }
}
