package io.truenorth.streams.decode;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.MissingValue;
import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.consent.SetConsent;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps the contract's touchpoint to the domain's touch; a violation is reported with the path of the field. */
final class TouchpointMapping {
    /** The maximum number of attributes of a touchpoint. */
    static final int MOST_ATTRIBUTES = 100;

    private static final BigInteger MOST_MINOR = BigInteger.valueOf(Touch.MAX_VALUE_MINOR);

    private static final int MOST_CATEGORIES = 10_000;

    private final TouchpointRules rules;
    private final Map<Names, Category> categories = new HashMap<>();
    private final TouchpointIdentities identities;

    /** The names of a touch as sent. A record's own comparison takes several times as long until the JIT has inlined it. */
    private record Names(String channel, String kind, String subject) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Names that
                    && channel.equals(that.channel)
                    && kind.equals(that.kind)
                    && subject.equals(that.subject);
        }

        @Override
        public int hashCode() {
            return (31 * channel.hashCode() + kind.hashCode()) * 31 + subject.hashCode();
        }
    }

    TouchpointMapping(TouchpointRules rules) {
        this.rules = rules;
        this.identities = new TouchpointIdentities(rules.placeholders());
    }

    /**
     * Maps a touchpoint. Only its texts are retained, as the record is reused.
     *
     * @throws RejectedFieldException if a field is invalid
     */
    ValidTouchpoint map(Touchpoint touchpoint, long arrivedAt) {
        List<String> references = TouchpointReferences.of(touchpoint);
        List<String> named = references.isEmpty() ? identities.of(touchpoint) : identities.find(touchpoint);
        String eventId = FieldTexts.said("eventId", touchpoint.getEventId());
        long occurredAt = occurredAt(touchpoint.getOccurredAt(), arrivedAt);
        boolean retraction = touchpoint.getRetracts() != null;
        return new ValidTouchpoint(
                named.isEmpty() ? "" : named.get(0),
                named.isEmpty() ? List.of() : named.subList(1, named.size()),
                references,
                eventId,
                retraction ? retraction(touchpoint, occurredAt) : touch(touchpoint, eventId, occurredAt),
                occurredAt,
                arrivedAt,
                retraction ? Map.of() : attributes(touchpoint.getAttributes()),
                consents(touchpoint, eventId, occurredAt),
                FieldTexts.wellFormed("source", touchpoint.getSource()));
    }

    private Touch touch(Touchpoint touchpoint, String eventId, long occurredAt) {
        Touch touch = Touch.of(
                eventId,
                occurredAt,
                category(touchpoint),
                touchpoint.getDirection() == Direction.IN
                        ? io.truenorth.relationship.ledger.Direction.INBOUND
                        : io.truenorth.relationship.ledger.Direction.OUTBOUND,
                sentiment(touchpoint.getSentiment()),
                valueMinor(touchpoint.getMoney()));
        if (touchpoint.getRevision() != 0) {
            touch = touch.withRevision(revision(touchpoint.getRevision()));
        }
        return MailTouches.isDeliveryOrReaction(touch)
                ? touch.withMessage(MailTouches.message(touchpoint.getContext(), occurredAt))
                : touch;
    }

    /** Most touchpoints have the names of one before: they are validated once. */
    private Category category(Touchpoint touchpoint) {
        Names sent = new Names(touchpoint.getChannel(), touchpoint.getKind(), touchpoint.getSubject());
        Category category = categories.get(sent);
        if (category == null) {
            category =
                    Category.of(FieldTexts.name("channel", sent.channel()), kind(sent.kind()), subject(sent.subject()));
            if (categories.size() < MOST_CATEGORIES) {
                categories.put(sent, category);
            }
        }
        return category;
    }

    /** A retraction names its event by id and time; everything else it says is ignored. */
    private static Touch retraction(Touchpoint touchpoint, long occurredAt) {
        return Touch.retractionOf(FieldTexts.said("retracts", touchpoint.getRetracts()), occurredAt);
    }

    /** Consent is as of the event time, which is not a retraction's own. */
    private static List<SetConsent> consents(Touchpoint touchpoint, String eventId, long occurredAt) {
        Consent consent = touchpoint.getConsent();
        if (consent == null) {
            return List.of();
        }
        if (touchpoint.getRetracts() != null) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_CONSENT,
                    "consent",
                    "expected none, as the event takes another one back, whose time it has");
        }
        return SetConsent.of(consent, occurredAt, eventId);
    }

    private static int revision(int revision) {
        if (revision < 0) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_REVISION, "revision", "expected 0 or more, was " + revision);
        }
        return revision;
    }

    private long occurredAt(long occurredAt, long arrivedAt) {
        try {
            return rules.times().admit(occurredAt, arrivedAt);
        } catch (IllegalArgumentException e) {
            throw new RejectedFieldException(
                    occurredAt < 0 ? FailureReason.TIME_BEFORE_1970 : FailureReason.TIME_BEYOND_SKEW,
                    "occurredAt",
                    String.valueOf(e.getMessage()));
        }
    }

    private String kind(String sent) {
        String kind = FieldTexts.name("kind", sent);
        if (!rules.kinds().accepts(kind)) {
            throw new RejectedFieldException(
                    FailureReason.KIND_REFUSED, "kind", "expected a kind of the scoring model, was " + kind);
        }
        return kind;
    }

    private static Sentiment sentiment(@Nullable Double value) {
        try {
            return value == null ? Sentiment.NONE : Sentiment.ofValue(value);
        } catch (IllegalArgumentException e) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_SENTIMENT, "sentiment", String.valueOf(e.getMessage()));
        }
    }

    private long valueMinor(@Nullable Money money) {
        if (money == null) {
            return 0;
        }
        BigInteger minor = rules.money()
                .inReportingCurrency(money.getAmountMinor(), money.getCurrency())
                .orElseThrow(() -> new RejectedFieldException(
                        FailureReason.UNKNOWN_CURRENCY,
                        "money.currency",
                        "expected " + rules.money().reporting() + " or a currency with a declared rate"));
        if (minor.abs().compareTo(MOST_MINOR) > 0) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_MONEY,
                    "money.amountMinor",
                    "expected at most " + MOST_MINOR + " minor units of the reporting currency, in absolute value");
        }
        return minor.longValueExact();
    }

    private static String subject(String subject) {
        return MissingValue.is(subject) ? "" : FieldTexts.shown("subject", subject);
    }

    /** Copied, since the record is reused. */
    private static Map<String, String> attributes(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new RejectedFieldException(
                    FailureReason.OVERSIZED,
                    "attributes",
                    "expected at most " + MOST_ATTRIBUTES + ", was " + attributes.size());
        }
        Map<String, String> taken = new HashMap<>();
        attributes.forEach((name, value) -> {
            String attribute = FieldTexts.name("attributes", name);
            if (!MissingValue.is(value)) {
                taken.put(attribute, FieldTexts.shown("attributes", value));
            }
        });
        return taken;
    }
}
