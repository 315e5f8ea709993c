package io.truenorth.producer;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.Placeholders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A builder of touchpoints. Each method validates its arguments by the rules of the contract, so that mistakes are detected by the
 * producer and not on {@code touchpoints-failed}.
 *
 * <pre>{@code
 * Touchpoint purchase = TouchpointDraft.ofCustomer("order-1017", "store", "purchase")
 *         .by("crm", "c-1")
 *         .at(Instant.parse("2026-03-01T10:00:00Z"))
 *         .money(1999, "EUR")
 *         .subject("packs")
 *         .build();
 * }</pre>
 *
 * <p>Personal identities (e-mail addresses, phone numbers) must not be written to the topic. The gateway replaces them with
 * pseudonyms; direct producers must use their own ids.
 */
public final class TouchpointDraft {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_ATTRIBUTES = 32;
    private static final int MOST_REFERENCES = 20;

    private final String eventId;
    private final String channel;
    private final String kind;
    private final Direction direction;
    private final List<Identity> identities = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private @Nullable Instant occurredAt;
    private @Nullable Double sentiment;
    private @Nullable Money money;
    private @Nullable String retracts;
    private String subject = "";
    private String source = "";

    private TouchpointDraft(String eventId, String channel, String kind, Direction direction) {
        this.eventId = DraftTexts.text("event id", eventId);
        this.channel = DraftTexts.words("channel", channel);
        this.kind = DraftTexts.words("kind", kind);
        this.direction = direction;
    }

    /**
     * A touchpoint by a customer.
     *
     * @param eventId a unique id, the same for every attempt to send it: touchpoints of a customer with equal ids are duplicates
     * @param channel the channel: lower-case words joined by {@code -} or {@code _}
     * @param kind the kind, in the same format
     */
    public static TouchpointDraft ofCustomer(String eventId, String channel, String kind) {
        return new TouchpointDraft(eventId, channel, kind, Direction.IN);
    }

    /** A touchpoint by the brand; for the parameters see {@link #ofCustomer}. */
    public static TouchpointDraft ofBrand(String eventId, String channel, String kind) {
        return new TouchpointDraft(eventId, channel, kind, Direction.OUT);
    }

    /**
     * Adds an identity of the customer. All identities of a touchpoint become one customer; the first is the record's key.
     *
     * @throws IllegalArgumentException if the value is a placeholder such as {@code undefined}, by the standard list
     */
    public TouchpointDraft by(String namespace, String value) {
        return by(namespace, value, Placeholders.standard());
    }

    /**
     * Adds an identity of the customer, for a deployment with its own list of placeholders.
     *
     * @throws IllegalArgumentException if the value is on the list
     */
    public TouchpointDraft by(String namespace, String value, Placeholders placeholders) {
        String known = DraftTexts.words("namespace", namespace);
        String name = DraftTexts.printable("identity", value);
        placeholders.find(known, name).ifPresent(placeholder -> {
            throw new IllegalArgumentException("identity: expected the id of a customer in the namespace " + known
                    + ", was " + placeholder.inWords());
        });
        identities.add(new Identity(known, DraftTexts.identity(name)));
        return this;
    }

    /**
     * Adds an object that it is about, such as an order. A touchpoint without an identity is assigned to the customer of the
     * first one.
     *
     * @param type the type of the object: lower-case words joined by {@code -} or {@code _}
     */
    public TouchpointDraft referringTo(String type, String id) {
        if (references.size() == MOST_REFERENCES) {
            throw new IllegalArgumentException("references: expected up to " + MOST_REFERENCES);
        }
        references.add(new Reference(
                DraftTexts.words("reference type", type), DraftTexts.identity(DraftTexts.text("reference id", id))));
        return this;
    }

    /** When it happened. */
    public TouchpointDraft at(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("time: expected one from 1970 on, was " + moment);
        }
        occurredAt = moment;
        return this;
    }

    /** The sentiment of the customer: −1 (negative) to 1 (positive). */
    public TouchpointDraft sentiment(double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException("sentiment: expected -1 to 1, was " + value);
        }
        sentiment = value;
        return this;
    }

    /**
     * The amount paid.
     *
     * @param amountMinor in minor units, such as cents; negative for a refund
     * @param currency by ISO 4217; the reporting currency, or one for which the deployment declares a rate
     */
    public TouchpointDraft money(long amountMinor, String currency) {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "currency: expected an ISO 4217 code such as EUR, was '" + currency + "'");
        }
        money = new Money(amountMinor, currency);
        return this;
    }

    /** The subject: a product line or campaign. */
    public TouchpointDraft subject(String name) {
        subject = DraftTexts.shown("subject", name);
        return this;
    }

    /** Sets an attribute of the customer, such as {@code region} to {@code north}. */
    public TouchpointDraft attribute(String name, String value) {
        attributes.put(DraftTexts.text("attribute", name), DraftTexts.shown("attribute " + name, value));
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("attributes: expected up to " + MOST_ATTRIBUTES);
        }
        return this;
    }

    /** The sending system, for operators. */
    public TouchpointDraft source(String name) {
        source = DraftTexts.text("source", name);
        return this;
    }

    /** Retracts an earlier touchpoint, of which this one repeats everything except the event id. */
    public TouchpointDraft retracting(String earlierEventId) {
        retracts = DraftTexts.text("retracted event id", earlierEventId);
        return this;
    }

    /**
     * Builds the touchpoint.
     *
     * @throws IllegalStateException if the time is missing, or both an identity and a reference
     */
    public Touchpoint build() {
        return build(InstantSource.system());
    }

    Touchpoint build(InstantSource clock) {
        if (identities.isEmpty() && references.isEmpty()) {
            throw new IllegalStateException("touchpoint " + eventId
                    + ": expected an identity: by(namespace, value), or a reference: referringTo(type, id)");
        }
        if (occurredAt == null) {
            throw new IllegalStateException("touchpoint " + eventId + ": expected a time: at(instant)");
        }
        Touchpoint touchpoint = new Touchpoint();
        touchpoint.setEventId(eventId);
        touchpoint.setIdentities(List.copyOf(identities));
        touchpoint.setOccurredAt(occurredAt.toEpochMilli());
        touchpoint.setReceivedAt(clock.millis());
        touchpoint.setChannel(channel);
        touchpoint.setKind(kind);
        touchpoint.setSubject(subject);
        touchpoint.setDirection(direction);
        touchpoint.setSentiment(sentiment);
        touchpoint.setMoney(money);
        touchpoint.setAttributes(Map.copyOf(attributes));
        touchpoint.setSource(source);
        touchpoint.setRetracts(retracts);
        touchpoint.setReferences(List.copyOf(references));
        touchpoint.setContext(Map.of());
        return touchpoint;
    }
}
