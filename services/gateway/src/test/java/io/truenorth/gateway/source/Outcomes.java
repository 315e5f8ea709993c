package io.truenorth.gateway.source;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.PhoneNumbers;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.source.mapping.Mapped;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what becomes of a payload as one line each, for tables in tests. */
final class Outcomes {

    static final Instant ARRIVAL = Instant.parse("2026-03-01T12:00:00Z");

    private static final TouchpointMapper MAPPER = new TouchpointMapper(
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
                    new Pseudonyms(Set.of("email", "phone"), Optional.of(new byte[32]))));

    private Outcomes() {}

    static List<String> of(Source source, String json, Map<String, String> headers) {
        return map(source, read(json), headers).stream().map(Outcomes::line).toList();
    }

    static List<Mapped> map(Source source, JsonValue payload, Map<String, String> headers) {
        return source.webhook().orElseThrow().mapping().map(payload, headers, ARRIVAL);
    }

    static JsonValue read(String json) {
        Flaws flaws = new Flaws();
        try {
            JsonValue value = JsonText.readOne(json, JsonLimits.PAYLOAD, flaws);
            if (!flaws.isEmpty()) {
                throw new IllegalArgumentException(flaws.list().toString());
            }
            return value;
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** {@code kind channel direction time | identities | id | sentiment, money, subject}. */
    static String line(Mapped outcome) {
        if (outcome instanceof Mapped.Ignored ignored) {
            return "ignored: " + ignored.because();
        }
        if (outcome instanceof Mapped.Unmapped unmapped) {
            return "unmapped: " + unmapped.path() + ": " + unmapped.message();
        }
        if (outcome instanceof Mapped.UnknownCustomer unknown) {
            return "unknown customer: " + unknown.path() + ": " + unknown.message();
        }
        Mapped.Event event = (Mapped.Event) outcome;
        Map<String, JsonValue> fields = event.event().values();
        String said = Stream.of("sentiment", "money", "subject", "attributes", "context")
                .filter(fields::containsKey)
                .map(field -> field + " " + text(fields.get(field)))
                .collect(Collectors.joining(", "));
        return Stream.of("kind", "channel", "direction", "occurredAt")
                        .map(field -> text(fields.get(field)))
                        .collect(Collectors.joining(" "))
                + " | " + text(fields.get("identities"))
                + " | " + (fields.containsKey("eventId") ? text(fields.get("eventId")) : "-")
                + (said.isEmpty() ? "" : " | " + said)
                + refusal(event);
    }

    /** What the contract has against it. */
    static String refusal(Mapped.Event event) {
        Flaws flaws = new Flaws();
        return MAPPER.map(event.event(), ARRIVAL.toEpochMilli(), Optional.empty(), flaws)
                        .isPresent()
                ? ""
                : " | refused " + flaws.list();
    }

    private static String text(JsonValue value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Number number) {
            return number.text();
        }
        if (value instanceof Items items) {
            return items.values().stream().map(Outcomes::identity).collect(Collectors.joining(" "));
        }
        return ((Members) value).values().values().stream().map(Outcomes::text).collect(Collectors.joining(" "));
    }

    private static String identity(JsonValue value) {
        Map<String, JsonValue> identity = ((Members) value).values();
        return text(identity.get("namespace")) + "=" + text(identity.get("value"));
    }
}
