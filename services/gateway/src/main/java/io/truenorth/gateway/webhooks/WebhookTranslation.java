package io.truenorth.gateway.webhooks;

import io.truenorth.gateway.intake.Harvest;
import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.json.Flaw;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonItems;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.source.mapping.Mapped;
import io.truenorth.gateway.source.mapping.PayloadMapping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a webhook means, by the mapping that its source declares. The items of a payload that is an array are taken one by one,
 * each as an array of itself alone, so that only those are kept that fail; any other payload of which a part fails is kept
 * whole.
 */
public final class WebhookTranslation implements Translation {

    private final PayloadMapping mapping;

    /** A translation by a mapping. */
    public WebhookTranslation(PayloadMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void translate(String sent, Function<String, Optional<String>> headers, Harvest harvest) {
        Map<String, String> meant = new TreeMap<>();
        mapping.headers().forEach(name -> headers.apply(name).ifPresent(value -> meant.put(name, value)));
        harvest.from(sent, meant);
        try {
            if (sent.stripLeading().startsWith("[")) {
                takeItems(sent, meant, harvest);
            } else {
                Flaws flaws = new Flaws();
                take(JsonText.readOne(sent, JsonLimits.PAYLOAD, flaws), flaws, meant, harvest);
            }
        } catch (InvalidJsonException e) {
            harvest.unmapped("", e.getMessage());
        }
    }

    /** All of them or none: it is known only at the end whether it was an array. */
    private void takeItems(String sent, Map<String, String> meant, Harvest harvest) throws InvalidJsonException {
        Harvest items = harvest.part();
        JsonItems.readEach(sent, (item, array, flaws) -> {
            items.from(item, meant);
            take(array, flaws, meant, items);
        });
        harvest.add(items);
    }

    private void take(JsonValue payload, Flaws flaws, Map<String, String> meant, Harvest harvest) {
        if (flaws.isEmpty()) {
            mapping.map(payload, meant, Instant.ofEpochMilli(harvest.receivedAt()))
                    .forEach(outcome -> take(outcome, harvest));
        } else {
            Flaw first = flaws.list().get(0);
            harvest.unmapped(first.path(), first.message());
        }
    }

    private static void take(Mapped outcome, Harvest harvest) {
        if (outcome instanceof Mapped.Event event) {
            harvest.event(event.event(), path -> event.origins().getOrDefault(path, path));
        } else if (outcome instanceof Mapped.Ignored ignored) {
            harvest.ignored(ignored.because());
        } else if (outcome instanceof Mapped.Unmapped unmapped) {
            harvest.unmapped(unmapped.path(), unmapped.message());
        } else if (outcome instanceof Mapped.UnknownCustomer unknown) {
            harvest.unknownCustomer(unknown.path(), unknown.message());
        }
    }
}
