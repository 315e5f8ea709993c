package io.truenorth.producer;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
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
 * A touchpoint in the making. Each method checks what it is given by the rules of the contract, so that a mistake is seen
 * where it is made and not on {@code touchpoints-failed}.
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
 * <p>Names of people (e-mail addresses, phone numbers) do not belong on the topic: what goes through the gateway is
 * pseudonymous from there on, and who writes directly gives ids of their own instead.
 */
public final class TouchpointDraft {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_ATTRIBUTES = 32;

    private final String eventId;
    private final String channel;
    private final String kind;
    private final Direction direction;
    private final List<Identity> identities = new ArrayList<>();
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
     * What a customer did.
     *
     * @param eventId of its own, and the same whenever it is sent again: two touchpoints of a customer with one id are one
     * @param channel where: lower-case words joined by {@code -} or {@code _}
     * @param kind what: likewise
     */
    public static TouchpointDraft ofCustomer(String eventId, String channel, String kind) {
        return new TouchpointDraft(eventId, channel, kind, Direction.IN);
    }

    /** What the brand did; parameters as those of {@link #ofCustomer}. */
    public static TouchpointDraft ofBrand(String eventId, String channel, String kind) {
        return new TouchpointDraft(eventId, channel, kind, Direction.OUT);
    }

    /**
     * Who the customer is. The first one that is named is the strongest, and decides whose touchpoint this is.
     *
     * @throws IllegalArgumentException if the value is nobody's, such as {@code undefined}, by the standard list
     */
    public TouchpointDraft by(String namespace, String value) {
        return by(namespace, value, Placeholders.standard());
    }

    /**
     * Who the customer is, where the deployment has a list of its own of the values that are nobody.
     *
     * @throws IllegalArgumentException if the value is on the list
     */
    public TouchpointDraft by(String namespace, String value, Placeholders placeholders) {
        String known = DraftTexts.words("namespace", namespace);
        String name = DraftTexts.printable("identity", value);
        placeholders.find(known, name).ifPresent(nobody -> {
            throw new IllegalArgumentException(
                    "identity: expected the name of somebody in the namespace " + known + ", was " + nobody.inWords());
        });
        identities.add(new Identity(known, DraftTexts.identity(name)));
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

    /** What they said: −1 (against us) to 1 (for us). */
    public TouchpointDraft sentiment(double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException("sentiment: expected -1 to 1, was " + value);
        }
        sentiment = value;
        return this;
    }

    /**
     * What was paid.
     *
     * @param amountMinor in minor units, such as cents; negative for what was paid back
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

    /** What it is about: a product line or campaign. */
    public TouchpointDraft subject(String name) {
        subject = DraftTexts.shown("subject", name);
        return this;
    }

    /** What is known of the customer from now on, such as {@code region} and {@code north}. */
    public TouchpointDraft attribute(String name, String value) {
        attributes.put(DraftTexts.text("attribute", name), DraftTexts.shown("attribute " + name, value));
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("attributes: expected up to " + MOST_ATTRIBUTES);
        }
        return this;
    }

    /** Which system sends it, for operators. */
    public TouchpointDraft source(String name) {
        source = DraftTexts.text("source", name);
        return this;
    }

    /** Takes back an earlier touchpoint, of which this one repeats everything but the event id. */
    public TouchpointDraft retracting(String earlierEventId) {
        retracts = DraftTexts.text("retracted event id", earlierEventId);
        return this;
    }

    /**
     * The touchpoint.
     *
     * @throws IllegalStateException if it names nobody, or no time
     */
    public Touchpoint build() {
        return build(InstantSource.system());
    }

    Touchpoint build(InstantSource clock) {
        if (identities.isEmpty()) {
            throw new IllegalStateException("touchpoint " + eventId + ": expected somebody: by(namespace, value)");
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
        touchpoint.setReferences(List.of());
        touchpoint.setContext(Map.of());
        return touchpoint;
    }
}
