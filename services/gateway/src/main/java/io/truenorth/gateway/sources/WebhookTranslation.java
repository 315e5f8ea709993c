package io.truenorth.gateway.sources;

import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonItems;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.sources.mapping.MappingOutcome;
import io.truenorth.gateway.sources.mapping.PayloadMapping;
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
    public void translate(String sent, Function<String, Optional<String>> headers, IngestResult harvest) {
        Map<String, String> meant = new TreeMap<>();
        mapping.headers().forEach(name -> headers.apply(name).ifPresent(value -> meant.put(name, value)));
        harvest.from(sent, meant);
        try {
            if (sent.stripLeading().startsWith("[")) {
                takeItems(sent, meant, harvest);
            } else {
                Violations violations = new Violations();
                take(JsonText.readOne(sent, JsonLimits.PAYLOAD, violations), violations, meant, harvest);
            }
        } catch (InvalidJsonException e) {
            harvest.unmapped("", e.getMessage());
        }
    }

    /** All of them or none: it is known only at the end whether it was an array. */
    private void takeItems(String sent, Map<String, String> meant, IngestResult harvest) throws InvalidJsonException {
        IngestResult items = harvest.part();
        JsonItems.readEach(sent, (item, array, violations) -> {
            items.from(item, meant);
            take(array, violations, meant, items);
        });
        harvest.add(items);
    }

    private void take(JsonValue payload, Violations violations, Map<String, String> meant, IngestResult harvest) {
        if (violations.isEmpty()) {
            mapping.map(payload, meant, Instant.ofEpochMilli(harvest.receivedAt()))
                    .forEach(outcome -> take(outcome, harvest));
        } else {
            Violation first = violations.list().get(0);
            harvest.unmapped(first.path(), first.message());
        }
    }

    private static void take(MappingOutcome outcome, IngestResult harvest) {
        if (outcome instanceof MappingOutcome.Event event) {
            harvest.event(event.event(), path -> event.origins().getOrDefault(path, path));
        } else if (outcome instanceof MappingOutcome.Ignored ignored) {
            harvest.ignored(ignored.because());
        } else if (outcome instanceof MappingOutcome.Unmapped unmapped) {
            harvest.unmapped(unmapped.path(), unmapped.message());
        } else if (outcome instanceof MappingOutcome.UnknownCustomer unknown) {
            harvest.unknownCustomer(unknown.path(), unknown.message());
        }
    }
}
