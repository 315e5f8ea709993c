package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.identity.NameText;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Validates events against the contract, and makes touchpoints of those that satisfy it. */
public final class TouchpointValidator {

    static final String EXPECTED_DIRECTION = "expected in (the customer did it) or out (the brand did)";

    private static final TextConstraint SOURCE = TextConstraint.text(128).shown();
    private static final int MAX_ATTRIBUTES = 32;
    private static final int MAX_CONTEXT = 64;

    /** The fields in the order of their violations. */
    private static final List<String> FIELDS = List.of(
            "",
            "eventId",
            "identities",
            "references",
            "occurredAt",
            "channel",
            "kind",
            "subject",
            "direction",
            "sentiment",
            "money",
            "attributes",
            "consent",
            "source",
            "retraction",
            "retracts",
            "revision",
            "context",
            "receivedAt");

    private final ArrivalRule arrival;
    private final MoneyConverter money;
    private final IdentityRules identities;

    /** A validator by the rules of a deployment. */
    public TouchpointValidator(ArrivalRule arrival, MoneyConfig money, IdentityRules identities) {
        this.arrival = arrival;
        this.money = new MoneyConverter(money);
        this.identities = identities;
    }

    /** The result of a validation. */
    public sealed interface Result {
        /** A touchpoint that satisfies the contract. */
        record Valid(Touchpoint touchpoint) implements Result {}

        /** What is wrong with an event, in the order of its fields; there is at least one. */
        record Invalid(List<Violation> violations) implements Result {}
    }

    /**
     * Validates an event.
     *
     * @param receivedAt when the event arrived, epoch ms
     * @param region the region of national phone numbers, if the source sets one
     */
    public Result validate(IncomingEvent event, long receivedAt, Optional<String> region) {
        Violations violations = new Violations();
        event.relevantMalformed().forEach(violations::add);
        FieldChecks checks = new FieldChecks(violations);
        IdentityValidator customer = new IdentityValidator(identities, region, violations);
        List<Reference> references = ReferenceChecks.validate(event.references(), violations);
        if (references.isEmpty()) {
            customer.validateRequired(event.identities());
        } else {
            customer.validate(event.identities());
        }
        Optional<String> eventId = checks.optionalText("/eventId", event.eventId(), TextConstraint.ID);
        Optional<Money> sent = event.isRetraction()
                ? Optional.empty()
                : event.money().flatMap(amount -> MoneyConverter.validate(amount, checks));
        Touchpoint touchpoint = new Touchpoint();
        touchpoint.setIdentities(customer.kept());
        touchpoint.setReferences(references);
        touchpoint.setReceivedAt(receivedAt);
        setFields(touchpoint, event, checks);
        if (!event.isRetraction()) {
            setContent(touchpoint, event, checks);
        }
        touchpoint.setMoney(
                sent.flatMap(amount -> money.convert(amount, checks)).orElse(null));
        if (!violations.isEmpty()) {
            return new Result.Invalid(violations.list().stream()
                    .sorted(Comparator.comparingInt(TouchpointValidator::order))
                    .toList());
        }
        touchpoint.setEventId(eventId.orElseGet(() -> EventId.derivedFrom(touchpoint, sent)));
        touchpoint.setIdentities(identities.strongestFirst(customer.kept()));
        Automation.mark(touchpoint);
        noteLeftOut(customer.leftOut(), touchpoint);
        return new Result.Valid(touchpoint);
    }

    private void setFields(Touchpoint touchpoint, IncomingEvent event, FieldChecks checks) {
        touchpoint.setOccurredAt(occurredAt(event, touchpoint.getReceivedAt(), checks));
        touchpoint.setChannel("");
        touchpoint.setKind("");
        touchpoint.setSubject("");
        touchpoint.setDirection(Direction.OUT);
        touchpoint.setAttributes(Map.of());
        touchpoint.setConsent(ConsentChecks.validate(event, checks).orElse(null));
        touchpoint.setSource(checks.text("/source", event.source(), SOURCE).orElse(""));
        touchpoint.setRetracts(CorrectionChecks.retracts(event, checks).orElse(null));
        touchpoint.setRevision(CorrectionChecks.revision(event, checks));
        touchpoint.setContext(checks.texts(
                "/context", event.context(), MAX_CONTEXT, TextConstraint.CONTEXT_NAME, TextConstraint.CONTEXT_VALUE));
    }

    /** Sets what a retraction does not have. */
    private static void setContent(Touchpoint touchpoint, IncomingEvent event, FieldChecks checks) {
        touchpoint.setChannel(checks.words("channel", event.channel()));
        touchpoint.setKind(checks.words("kind", event.kind()));
        touchpoint.setSubject(checks.optionalText("/subject", event.subject(), TextConstraint.SUBJECT)
                .map(NameText::composed)
                .orElse(""));
        touchpoint.setDirection(direction(event, checks));
        touchpoint.setSentiment(sentiment(event, checks));
        touchpoint.setAttributes(FieldChecks.composed(checks.texts(
                "/attributes",
                event.attributes(),
                MAX_ATTRIBUTES,
                TextConstraint.ATTRIBUTE,
                TextConstraint.ATTRIBUTE_VALUE)));
    }

    private long occurredAt(IncomingEvent event, long receivedAt, FieldChecks checks) {
        Optional<EventTime> time = checks.required("/occurredAt", event.occurredAt());
        try {
            long occurredAt = time.map(EventTime::epochMillis).orElse(receivedAt);
            arrival.admit(occurredAt, receivedAt);
            return occurredAt;
        } catch (IllegalArgumentException e) {
            checks.violation("/occurredAt", String.valueOf(e.getMessage()));
            return receivedAt;
        }
    }

    private static Direction direction(IncomingEvent event, FieldChecks checks) {
        Optional<String> direction = checks.required("/direction", event.direction());
        switch (direction.orElse("")) {
            case "in", "IN" -> {
                return Direction.IN;
            }
            case "out", "OUT" -> {
                return Direction.OUT;
            }
            default -> {
                direction.ifPresent(
                        text -> checks.violation("/direction", EXPECTED_DIRECTION + ", was " + Excerpt.of(text)));
                return Direction.OUT;
            }
        }
    }

    private static @Nullable Double sentiment(IncomingEvent event, FieldChecks checks) {
        Optional<JsonNumber> sent = event.sentiment();
        Optional<BigDecimal> sentiment =
                sent.flatMap(JsonNumber::decimal).filter(number -> number.abs().compareTo(BigDecimal.ONE) <= 0);
        if (sent.isPresent() && sentiment.isEmpty()) {
            checks.violation("/sentiment", "expected a number from -1 to 1, was " + JsonNodes.describe(sent.get()));
        }
        return sentiment.map(BigDecimal::doubleValue).orElse(null);
    }

    /** Lists the identities that were left out in the context, as the answer does not. */
    private static void noteLeftOut(List<String> leftOut, Touchpoint touchpoint) {
        if (!leftOut.isEmpty()) {
            Map<String, String> context = new TreeMap<>(touchpoint.getContext());
            context.put("leftOut", String.join(", ", leftOut));
            touchpoint.setContext(context);
        }
    }

    private static int order(Violation violation) {
        int index = FIELDS.indexOf(violation.field());
        return index < 0 ? FIELDS.size() : index;
    }
}
