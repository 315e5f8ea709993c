package io.truenorth.streams.intake;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.schemas.FailureReason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the contract's touchpoint to the domain's touch; what cannot be mapped is named by its field. */
final class TouchpointMapping {
    /** The longest identity, event id, channel, kind, subject, attribute or value of one, in characters. */
    static final int LONGEST_TEXT = 1_000;

    /** The most attributes that one touchpoint may carry. */
    static final int MOST_ATTRIBUTES = 100;

    private static final BigInteger MOST_MINOR = BigInteger.valueOf(Touch.MAX_VALUE_MINOR);

    private final TouchpointRules rules;

    TouchpointMapping(TouchpointRules rules) {
        this.rules = rules;
    }

    /**
     * Maps a touchpoint. Nothing of it is held afterwards but its texts.
     *
     * @throws RefusedFieldException if a field cannot be taken
     */
    Arrival map(Touchpoint touchpoint, long arrivedAt) {
        String identity = strongestIdentity(touchpoint);
        String eventId = text("eventId", touchpoint.getEventId());
        long occurredAt = occurredAt(touchpoint.getOccurredAt(), arrivedAt);
        Touch touch = Touch.of(
                eventId,
                occurredAt,
                text("channel", touchpoint.getChannel()),
                kind(touchpoint.getKind()),
                wellFormed("subject", touchpoint.getSubject()),
                touchpoint.getDirection() == Direction.IN
                        ? io.truenorth.relationship.ledger.Direction.INBOUND
                        : io.truenorth.relationship.ledger.Direction.OUTBOUND,
                sentiment(touchpoint.getSentiment()),
                valueMinor(touchpoint.getMoney()));
        return new Arrival(
                identity,
                eventId,
                touchpoint.getRetraction() ? touch.retraction(eventId) : touch,
                rules.times().daysOf(touchpoint.getOccurredAt()),
                retracts(touchpoint),
                occurredAt,
                arrivedAt,
                attributes(touchpoint.getAttributes()),
                touchpoint.getSource());
    }

    /** What a touchpoint takes back; one that takes nothing back may name it all the same. */
    private static Optional<String> retracts(Touchpoint touchpoint) {
        return touchpoint.getRetraction() ? Optional.ofNullable(touchpoint.getRetracts()) : Optional.empty();
    }

    private static String strongestIdentity(Touchpoint touchpoint) {
        if (touchpoint.getIdentities().isEmpty()) {
            throw new RefusedFieldException(FailureReason.NO_IDENTITY, "identities", "expected at least one, was none");
        }
        Identity strongest = touchpoint.getIdentities().get(0);
        String namespace = wellFormed("identities[0].namespace", strongest.getNamespace());
        String value = wellFormed("identities[0].value", strongest.getValue());
        if (namespace.isEmpty() || namespace.indexOf(':') >= 0) {
            throw new RefusedFieldException(
                    FailureReason.INVALID_IDENTITY,
                    "identities[0].namespace",
                    "expected a name without a colon, was " + (namespace.isEmpty() ? "empty" : "one with a colon"));
        }
        if (value.isEmpty()) {
            throw new RefusedFieldException(
                    FailureReason.INVALID_IDENTITY, "identities[0].value", "expected a name, was empty");
        }
        return namespace + ":" + value;
    }

    private long occurredAt(long occurredAt, long arrivedAt) {
        try {
            return rules.times().admit(occurredAt, arrivedAt);
        } catch (IllegalArgumentException e) {
            throw new RefusedFieldException(
                    occurredAt < 0 ? FailureReason.TIME_BEFORE_1970 : FailureReason.TIME_BEYOND_SKEW,
                    "occurredAt",
                    String.valueOf(e.getMessage()));
        }
    }

    private String kind(String kind) {
        text("kind", kind);
        if (!rules.kinds().accepts(kind)) {
            throw new RefusedFieldException(
                    FailureReason.KIND_REFUSED, "kind", "expected one that the scoring model knows, was " + kind);
        }
        return kind;
    }

    private static Sentiment sentiment(@Nullable Double value) {
        try {
            return value == null ? Sentiment.NONE : Sentiment.ofValue(value);
        } catch (IllegalArgumentException e) {
            throw new RefusedFieldException(
                    FailureReason.INVALID_SENTIMENT, "sentiment", String.valueOf(e.getMessage()));
        }
    }

    private long valueMinor(@Nullable Money money) {
        if (money == null) {
            return 0;
        }
        BigInteger minor = rules.money()
                .inReportingCurrency(money.getAmountMinor(), money.getCurrency())
                .orElseThrow(() -> new RefusedFieldException(
                        FailureReason.UNKNOWN_CURRENCY,
                        "money.currency",
                        "expected " + rules.money().reporting() + " or a currency with a declared rate"));
        if (minor.abs().compareTo(MOST_MINOR) > 0) {
            throw new RefusedFieldException(
                    FailureReason.INVALID_MONEY,
                    "money.amountMinor",
                    "expected at most " + MOST_MINOR + " minor units of the reporting currency, either way");
        }
        return minor.longValueExact();
    }

    /** A map of our own: the record that is read into is used again. */
    private static Map<String, String> attributes(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new RefusedFieldException(
                    FailureReason.OVERSIZED,
                    "attributes",
                    "expected at most " + MOST_ATTRIBUTES + ", was " + attributes.size());
        }
        attributes.forEach((name, value) -> {
            text("attributes", name);
            wellFormed("attributes", value);
        });
        return new HashMap<>(attributes);
    }

    private static String text(String path, String text) {
        if (text.isEmpty()) {
            throw new RefusedFieldException(FailureReason.INVALID_TEXT, path, "expected a text, was empty");
        }
        return wellFormed(path, text);
    }

    /** Half a surrogate pair has no UTF-8, so that two names could become one when they are stored. */
    private static String wellFormed(String path, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new RefusedFieldException(
                    FailureReason.OVERSIZED,
                    path,
                    "expected at most " + LONGEST_TEXT + " characters, was " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new RefusedFieldException(
                            FailureReason.INVALID_TEXT, path, "expected Unicode, but a character is half a pair");
                }
                i++;
            }
        }
        return text;
    }
}
