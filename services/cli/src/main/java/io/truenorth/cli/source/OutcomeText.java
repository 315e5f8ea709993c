package io.truenorth.cli.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.schemas.FailureReason;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prints the outcome of a payload: each field of an event with its origin, the reason why it is ignored, or the missing rule.
 * Events are also validated, with an arbitrary key for pseudonyms and in their own currency.
 */
public final class OutcomeText {

    private static final Set<String> PERSONAL = Set.of("email", "phone");
    private static final IdentityRules RULES =
            IdentityRules.standard(new Pseudonyms(PERSONAL, Optional.of(new byte[32])));
    private static final int WIDEST = 120;

    private final PrintStream out;
    private final Instant now;
    private final Optional<String> region;

    /**
     * Prints outcomes.
     *
     * @param now the arrival time of the payloads
     * @param region the region of national phone numbers
     */
    public OutcomeText(PrintStream out, Instant now, Optional<String> region) {
        this.out = out;
        this.now = now;
        this.region = region;
    }

    /**
     * Prints one outcome.
     *
     * @return whether the payload is valid: ignored, or mapped to an event that satisfies the contract
     */
    public boolean print(Outcome outcome) {
        if (outcome instanceof Outcome.Ignored ignored) {
            line("ignored", ignored.reason());
            return true;
        }
        if (outcome instanceof Outcome.Failed failed) {
            String word = failed.reason() == FailureReason.UNMAPPED ? "unmapped" : "failed";
            line(word, place(failed.path()) + ": " + failed.message());
            return false;
        }
        return printEvent(((Outcome.Event) outcome).event());
    }

    private boolean printEvent(IncomingEvent event) {
        line(event.isRetraction() ? "retraction" : "event", "");
        field("eventId", event.eventId(), event);
        printIdentities(event);
        printReferences(event);
        field("occurredAt", event.occurredAt().map(EventTime::text), event);
        field("retracts", event.retracts(), event);
        field("revision", event.revision().map(JsonNode::asText), event);
        field("channel", event.channel(), event);
        field("kind", event.kind(), event);
        field("direction", event.direction(), event);
        field("subject", event.subject(), event);
        field("sentiment", event.sentiment().map(JsonNode::asText), event);
        field("money", event.money().map(OutcomeText::json), event);
        field("attributes", json(event.attributes()), event);
        field("source", event.source(), event);
        field("context", json(event.context()), event);
        List<Violation> violations = violations(event);
        violations.forEach(violation -> line("refused", place(violation.path()) + ": " + violation.message()));
        return violations.isEmpty();
    }

    private void printIdentities(IncomingEvent event) {
        List<Identity> identities = event.identities().orElse(List.of());
        for (int i = 0; i < identities.size(); i++) {
            printField("identities", json(identities.get(i)), event.origins().of("/identities/" + i));
        }
    }

    private void printReferences(IncomingEvent event) {
        for (Reference reference : event.references()) {
            String text = reference.type().orElse("") + ":" + reference.id().orElse("");
            printField("references", text, event.origins().of("/references"));
        }
    }

    private void field(String name, Optional<String> value, IncomingEvent event) {
        value.ifPresent(text -> printField(name, text, event.origins().of("/" + name)));
    }

    private void printField(String name, String value, Optional<String> origin) {
        out.printf(
                "            %-11s %s%s%n",
                name,
                Excerpt.plain(value, WIDEST),
                origin.map(from -> "  (" + Excerpt.plain(from, WIDEST) + ")").orElse(""));
    }

    private static String json(Identity identity) {
        String namespace = identity.namespace().orElse("");
        String pseudonym = PERSONAL.contains(namespace) ? ", leaves the gateway as a pseudonym" : "";
        return JsonNodeFactory.instance
                        .objectNode()
                        .put("namespace", namespace)
                        .put("value", identity.value().orElse(""))
                + pseudonym;
    }

    private static String json(Money money) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        money.amountMinor().ifPresent(amount -> object.set("amountMinor", amount));
        money.currency().ifPresent(currency -> object.put("currency", currency));
        return object.toString();
    }

    private static Optional<String> json(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return texts.isEmpty() ? Optional.empty() : Optional.of(object.toString());
    }

    private List<Violation> violations(IncomingEvent event) {
        TouchpointValidator validator = new TouchpointValidator(ArrivalRule.STANDARD, money(event), RULES);
        return validator.validate(event, now.toEpochMilli(), region) instanceof Result.Invalid invalid
                ? invalid.violations()
                : List.of();
    }

    /** Which currencies have a rate depends on the deployment. */
    private static MoneyConfig money(IncomingEvent event) {
        return event.money()
                .flatMap(Money::currency)
                .filter(MoneyConfig::isCurrency)
                .map(MoneyConfig::only)
                .orElse(MoneyConfig.only("EUR"));
    }

    private static String place(String path) {
        return path.isEmpty() ? "the whole" : Excerpt.plain(path, WIDEST);
    }

    private void line(String word, String text) {
        out.println(("  " + String.format("%-9s", word) + " " + Excerpt.visible(text)).stripTrailing());
    }
}
