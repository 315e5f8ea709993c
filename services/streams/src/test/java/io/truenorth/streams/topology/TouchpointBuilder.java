package io.truenorth.streams.topology;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Builds touchpoints in the form {@code aTouchpoint("purchase").by("c-1").on("store").worth(1999).build()}. */
public final class TouchpointBuilder {
    private static final AtomicLong IDS = new AtomicLong();

    private String eventId = "e-" + IDS.incrementAndGet();
    private List<Identity> identities = new ArrayList<>(List.of(new Identity("crm", "c-1")));
    private long occurredAt;
    private String channel = "web";
    private String kind;
    private String subject = "";
    private Direction direction = Direction.IN;
    private Double sentiment;
    private Money money;
    private Map<String, String> attributes = new HashMap<>();
    private Map<String, String> context = new HashMap<>();
    private String retracts;
    private int revision;
    private Consent consent;
    private final List<Reference> references = new ArrayList<>();

    private TouchpointBuilder(String kind) {
        this.kind = kind;
    }

    public static TouchpointBuilder aTouchpoint(String kind) {
        return new TouchpointBuilder(kind);
    }

    public TouchpointBuilder ofKind(String other) {
        kind = other;
        return this;
    }

    public TouchpointBuilder withId(String id) {
        eventId = id;
        return this;
    }

    /** Sets a customer in the namespace {@code crm}. */
    public TouchpointBuilder by(String customer) {
        return byAll(List.of(new Identity("crm", customer)));
    }

    public TouchpointBuilder byAll(List<Identity> all) {
        identities = new ArrayList<>(all);
        return this;
    }

    /** Without an identity: the customer is known by the first reference. */
    public TouchpointBuilder byReference(String... all) {
        references.clear();
        return byAll(List.of()).referringTo(all);
    }

    /** Adds references {@code type:id}. */
    public TouchpointBuilder referringTo(String... all) {
        for (String reference : all) {
            String[] parts = reference.split(":", 2);
            references.add(new Reference(parts[0], parts[1]));
        }
        return this;
    }

    public TouchpointBuilder at(String instant) {
        return at(Instant.parse(instant).toEpochMilli());
    }

    public TouchpointBuilder at(long epochMillis) {
        occurredAt = epochMillis;
        return this;
    }

    public TouchpointBuilder on(String newChannel) {
        channel = newChannel;
        return this;
    }

    public TouchpointBuilder about(String newSubject) {
        subject = newSubject;
        return this;
    }

    public TouchpointBuilder byTheBrand() {
        direction = Direction.OUT;
        return this;
    }

    public TouchpointBuilder saying(double newSentiment) {
        sentiment = newSentiment;
        return this;
    }

    public TouchpointBuilder worth(long minor) {
        return worth(minor, "EUR");
    }

    public TouchpointBuilder worth(long minor, String currency) {
        money = new Money(minor, currency);
        return this;
    }

    public TouchpointBuilder with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    public TouchpointBuilder inContext(String name, String value) {
        context.put(name, value);
        return this;
    }

    public TouchpointBuilder revised(int newRevision) {
        revision = newRevision;
        return this;
    }

    /** Makes the touchpoint a retraction of an event. */
    public TouchpointBuilder takingBack(String event) {
        retracts = event;
        return this;
    }

    /** With consent; null leaves a purpose as it is. */
    public TouchpointBuilder consenting(Boolean scoring, Boolean activation) {
        consent = new Consent(scoring, activation);
        return this;
    }

    public Touchpoint build() {
        return Touchpoint.newBuilder()
                .setEventId(eventId)
                .setIdentities(identities)
                .setOccurredAt(occurredAt)
                .setReceivedAt(occurredAt)
                .setChannel(channel)
                .setKind(kind)
                .setSubject(subject)
                .setDirection(direction)
                .setSentiment(sentiment)
                .setMoney(money)
                .setAttributes(attributes)
                .setSource("test")
                .setContext(context)
                .setRetracts(retracts)
                .setRevision(revision)
                .setReferences(references)
                .setConsent(consent)
                .build();
    }
}
