package io.truenorth.gateway.sources.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.event.PhoneNumbers;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.schemas.FailureReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what becomes of a payload as one line each, for tables in tests. */
public final class Outcomes {

    public static final Instant ARRIVAL = Instant.parse("2026-03-01T12:00:00Z");

    private static final TouchpointValidator VALIDATOR = new TouchpointValidator(
            ArrivalRule.STANDARD,
            new MoneyConfig(
                    "EUR",
                    Map.of(
                            "USD",
                            new BigDecimal("0.9"),
                            "JPY",
                            new BigDecimal("0.006"),
                            "ISK",
                            new BigDecimal("0.007"))),
            // Payloads in documentation are addressed to example.com.
            new IdentityRules(
                    Placeholders.of(List.of(), List.of("*@example.com")),
                    Optional.of(new PhoneNumbers(Optional.empty())),
                    new Pseudonyms(Set.of("email", "phone"), Optional.of(new byte[32])),
                    JoinRules.standard().ranking()));

    private Outcomes() {}

    static List<String> of(Source source, String json, Map<String, String> headers) {
        return map(source, read(json), headers).stream().map(Outcomes::line).toList();
    }

    static List<Outcome> map(Source source, JsonNode payload, Map<String, String> headers) {
        return source.webhook().orElseThrow().mapping().map(payload, headers, ARRIVAL);
    }

    static JsonNode read(String json) {
        Violations violations = new Violations();
        try {
            JsonNode value = JsonText.readValue(json, JsonLimits.PAYLOAD, violations);
            if (!violations.isEmpty()) {
                throw new IllegalArgumentException(violations.list().toString());
            }
            return value;
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** {@code kind channel direction time | identities | id | sentiment, money, subject}, or {@code retracts id time | …}. */
    public static String line(Outcome outcome) {
        if (outcome instanceof Outcome.Ignored ignored) {
            return "ignored: " + ignored.reason();
        }
        if (outcome instanceof Outcome.Failed failed) {
            String what = failed.reason() == FailureReason.UNMAPPED ? "unmapped: " : "unknown customer: ";
            return what + failed.path() + ": " + failed.message();
        }
        IncomingEvent event = ((Outcome.Event) outcome).event();
        List<String> fields = new ArrayList<>();
        event.sentiment().ifPresent(number -> fields.add("sentiment " + number.asText()));
        event.money()
                .ifPresent(money ->
                        fields.add("money " + money.amountMinor().orElseThrow().asText() + " "
                                + money.currency().orElseThrow()));
        event.subject().ifPresent(subject -> fields.add("subject " + subject));
        addTexts("attributes", event.attributes(), fields);
        addTexts("context", event.context(), fields);
        event.revision().ifPresent(number -> fields.add("revision " + number.asText()));
        if (!event.references().isEmpty()) {
            fields.add("references "
                    + event.references().stream().map(Outcomes::reference).collect(Collectors.joining(" ")));
        }
        Optional<String> time = event.occurredAt().map(EventTime::text);
        Stream<Optional<String>> what = event.isRetraction()
                ? Stream.of(event.retracts().map(id -> "retracts " + id), time)
                : Stream.of(event.kind(), event.channel(), event.direction(), time);
        return what.map(Optional::orElseThrow).collect(Collectors.joining(" "))
                + " | "
                + event.identities()
                        .map(named -> named.stream().map(Outcomes::identity).collect(Collectors.joining(" ")))
                        .orElse("nobody")
                + " | " + event.eventId().orElse("-")
                + (fields.isEmpty() ? "" : " | " + String.join(", ", fields))
                + rejection(event);
    }

    /** What violates the contract. */
    static String rejection(IncomingEvent event) {
        return VALIDATOR.validate(event, ARRIVAL.toEpochMilli(), Optional.empty()) instanceof Result.Invalid invalid
                ? " | refused " + invalid.violations()
                : "";
    }

    private static void addTexts(String field, Map<String, String> texts, List<String> fields) {
        if (!texts.isEmpty()) {
            fields.add(field + " " + String.join(" ", texts.values()));
        }
    }

    private static String reference(Reference reference) {
        return reference.type().orElseThrow() + ":" + reference.id().orElseThrow();
    }

    private static String identity(Identity identity) {
        return identity.namespace().orElseThrow() + "=" + identity.value().orElseThrow();
    }
}
