package io.truenorth.cli.replay;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.documents.history.HistoryConsent;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.gateway.event.Pseudonyms;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts events of histories to touchpoint records.
 *
 * @param namespace the namespace of customer ids, where a mapping names no identities
 * @param pseudonyms replaces personal values of identities, as the gateway does
 * @param currency the currency of the histories, by ISO 4217
 * @param source the source of the touchpoints
 * @param clock the source of arrival times
 */
public record HistoryTouchpoints(
        String namespace, Pseudonyms pseudonyms, String currency, String source, InstantSource clock) {

    /** Converts an event. */
    public Touchpoint of(HistoryEvent event) {
        return new Touchpoint(
                event.eventId(),
                identities(event),
                event.occurredAt(),
                clock.millis(),
                event.channel(),
                event.kind(),
                event.subject(),
                direction(event),
                sentiment(event),
                money(event),
                event.attributes(),
                source,
                event.isRetraction() ? event.retracts() : null,
                event.revision(),
                references(event),
                consent(event.consent()),
                Map.of());
    }

    private static @Nullable Consent consent(HistoryConsent said) {
        return said.isEmpty()
                ? null
                : new Consent(said.scoring().orElse(null), said.activation().orElse(null));
    }

    private static List<Reference> references(HistoryEvent event) {
        return event.references().stream()
                .map(reference -> reference.split(":", 2))
                .map(parts -> new Reference(parts[0], parts[1]))
                .toList();
    }

    private List<Identity> identities(HistoryEvent event) {
        if (event.customer().isEmpty()) {
            return List.of();
        }
        if (event.identities().isEmpty()) {
            return List.of(new Identity(namespace, event.customer()));
        }
        return event.identities().stream()
                .map(identity ->
                        new Identity(identity.namespace(), pseudonyms.conceal(identity.namespace(), identity.value())))
                .toList();
    }

    private static Direction direction(HistoryEvent event) {
        return switch (event.direction()) {
            case INBOUND -> Direction.IN;
            case OUTBOUND -> Direction.OUT;
        };
    }

    private static @Nullable Double sentiment(HistoryEvent event) {
        return event.sentiment().isPresent() ? event.sentiment().getAsDouble() : null;
    }

    private @Nullable Money money(HistoryEvent event) {
        return event.valueMinor().isPresent() ? new Money(event.valueMinor().getAsLong(), currency) : null;
    }
}
