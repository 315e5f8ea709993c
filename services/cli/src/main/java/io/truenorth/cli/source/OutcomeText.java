package io.truenorth.cli.source;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.json.Flaw;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonWriter;
import io.truenorth.gateway.source.mapping.Mapped;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints what became of a payload: each field of an event with the place that it comes from, the reason why something is
 * ignored, or where a rule is missing. Events are held against the contract too, with a key for pseudonyms that is made up,
 * and in the currency that they name.
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
     * @param now when the payloads are said to arrive
     * @param region whose national phone numbers their source means
     */
    public OutcomeText(PrintStream out, Instant now, Optional<String> region) {
        this.out = out;
        this.now = now;
        this.region = region;
    }

    /**
     * Prints one outcome.
     *
     * @return whether it is as good as it should be: ignored, or an event that keeps the contract
     */
    public boolean print(Mapped outcome) {
        if (outcome instanceof Mapped.Ignored ignored) {
            line("ignored", ignored.because());
            return true;
        }
        if (outcome instanceof Mapped.Unmapped unmapped) {
            line("unmapped", place(unmapped.path()) + ": " + unmapped.message());
            return false;
        }
        if (outcome instanceof Mapped.UnknownCustomer unknown) {
            line("failed", place(unknown.path()) + ": " + unknown.message());
            return false;
        }
        return printEvent((Mapped.Event) outcome);
    }

    private boolean printEvent(Mapped.Event event) {
        line("event", "");
        event.event().values().forEach((name, value) -> printField(name, value, event.origins()));
        List<Flaw> flaws = flaws(event.event());
        flaws.forEach(flaw -> line("refused", place(flaw.path()) + ": " + flaw.message()));
        return flaws.isEmpty();
    }

    private void printField(String name, JsonValue value, Map<String, String> origins) {
        if (value instanceof Items items) {
            for (int i = 0; i < items.values().size(); i++) {
                field(name, shown(items.values().get(i)), origins.get("/" + name + "/" + i));
            }
        } else {
            field(name, shown(value), origins.get("/" + name));
        }
    }

    private void field(String name, String value, @Nullable String origin) {
        out.printf(
                "            %-11s %s%s%n",
                name, Excerpt.plain(value, WIDEST), origin == null ? "" : "  (" + Excerpt.plain(origin, WIDEST) + ")");
    }

    private static String shown(JsonValue value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Members members && members.values().get("namespace") instanceof Text namespace) {
            String pseudonym = PERSONAL.contains(namespace.text()) ? ", leaves the gateway as a pseudonym" : "";
            return JsonWriter.write(value) + pseudonym;
        }
        return JsonWriter.write(value);
    }

    private List<Flaw> flaws(Members event) {
        Flaws flaws = new Flaws();
        new TouchpointMapper(ArrivalRule.STANDARD, money(event), RULES).map(event, now.toEpochMilli(), region, flaws);
        return flaws.list();
    }

    /** Whether a deployment has a rate for a currency is its own business. */
    private static MoneyConfig money(Members event) {
        return event.values().get("money") instanceof Members money
                        && money.values().get("currency") instanceof Text code
                        && MoneyConfig.isCurrency(code.text())
                ? MoneyConfig.only(code.text())
                : MoneyConfig.only("EUR");
    }

    private static String place(String path) {
        return path.isEmpty() ? "the whole" : Excerpt.plain(path, WIDEST);
    }

    private void line(String word, String text) {
        out.println(("  " + String.format("%-9s", word) + " " + Excerpt.visible(text)).stripTrailing());
    }
}
