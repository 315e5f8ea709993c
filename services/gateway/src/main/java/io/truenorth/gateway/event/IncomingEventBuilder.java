package io.truenorth.gateway.event;

import io.truenorth.gateway.event.IncomingEvent.Consent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.IncomingEvent.Origins;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Violations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds an {@link IncomingEvent}; a field that is not set is missing from it. */
public final class IncomingEventBuilder {

    private Optional<String> eventId = Optional.empty();
    private Optional<List<Identity>> identities = Optional.empty();
    private List<Reference> references = List.of();
    private Optional<EventTime> occurredAt = Optional.empty();
    private Optional<String> channel = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> direction = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<JsonNumber> sentiment = Optional.empty();
    private Optional<Money> money = Optional.empty();
    private Map<String, String> attributes = Map.of();
    private Optional<Consent> consent = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Optional<Boolean> retraction = Optional.empty();
    private Optional<String> retracts = Optional.empty();
    private Optional<JsonNumber> revision = Optional.empty();
    private Map<String, String> context = Map.of();
    private Origins origins = Origins.SAME;

    IncomingEventBuilder() {}

    /** Sets the id by which a repeated event is recognized. */
    public IncomingEventBuilder eventId(Optional<String> id) {
        eventId = id;
        return this;
    }

    /** Sets the identities of the customer, the strongest first. */
    public IncomingEventBuilder identities(Optional<List<Identity>> all) {
        identities = all;
        return this;
    }

    /** Sets the objects that the event is about. */
    public IncomingEventBuilder references(List<Reference> all) {
        references = List.copyOf(all);
        return this;
    }

    /** Sets when the event occurred. */
    public IncomingEventBuilder occurredAt(Optional<EventTime> time) {
        occurredAt = time;
        return this;
    }

    /** Sets the channel on which the event occurred. */
    public IncomingEventBuilder channel(Optional<String> name) {
        channel = name;
        return this;
    }

    /** Sets what happened. */
    public IncomingEventBuilder kind(Optional<String> name) {
        kind = name;
        return this;
    }

    /** Sets who acted: {@code in} is the customer, {@code out} the brand. */
    public IncomingEventBuilder direction(Optional<String> inOrOut) {
        direction = inOrOut;
        return this;
    }

    /** Sets the product line or campaign. */
    public IncomingEventBuilder subject(Optional<String> text) {
        subject = text;
        return this;
    }

    /** Sets the sentiment, from −1 to 1. */
    public IncomingEventBuilder sentiment(Optional<JsonNumber> number) {
        sentiment = number;
        return this;
    }

    /** Sets what was paid, or paid back. */
    public IncomingEventBuilder money(Optional<Money> amount) {
        money = amount;
        return this;
    }

    /** Sets what is known of the customer. */
    public IncomingEventBuilder attributes(Map<String, String> byName) {
        attributes = byName;
        return this;
    }

    /** Sets consent that is given or withdrawn with the event. */
    public IncomingEventBuilder consent(Optional<Consent> said) {
        consent = said;
        return this;
    }

    /** Sets the name of the source. */
    public IncomingEventBuilder source(Optional<String> name) {
        source = name;
        return this;
    }

    /** Sets whether the event says that it is a retraction. */
    public IncomingEventBuilder retraction(Optional<Boolean> isRetraction) {
        retraction = isRetraction;
        return this;
    }

    /** Sets the id of the event that this one retracts. */
    public IncomingEventBuilder retracts(Optional<String> eventIdRetracted) {
        retracts = eventIdRetracted;
        return this;
    }

    /** Sets which version of the event this is; the highest counts. */
    public IncomingEventBuilder revision(Optional<JsonNumber> number) {
        revision = number;
        return this;
    }

    /** Sets what is stored beside the event and never scored. */
    public IncomingEventBuilder context(Map<String, String> byName) {
        context = byName;
        return this;
    }

    /** Sets those entries of a context that keep the contract's limits; the event does without the others. */
    public IncomingEventBuilder contextWithinLimits(Map<String, String> byName) {
        Map<String, String> kept = new TreeMap<>(byName);
        kept.entrySet()
                .removeIf(entry -> !TextConstraint.CONTEXT_NAME.accepts(entry.getKey())
                        || !TextConstraint.CONTEXT_VALUE.accepts(entry.getValue()));
        return context(kept);
    }

    /** Sets where the fields come from. */
    public IncomingEventBuilder origins(Origins ofFields) {
        origins = ofFields;
        return this;
    }

    /** The event, with nothing malformed. */
    public IncomingEvent build() {
        return build(new Violations());
    }

    /** The event. */
    IncomingEvent build(Violations malformed) {
        return new IncomingEvent(
                eventId,
                identities,
                references,
                occurredAt,
                channel,
                kind,
                direction,
                subject,
                sentiment,
                money,
                attributes,
                consent,
                source,
                retraction,
                retracts,
                revision,
                context,
                origins,
                malformed.list());
    }
}
