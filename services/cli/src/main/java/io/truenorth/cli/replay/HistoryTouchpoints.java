package io.truenorth.cli.replay;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.documents.history.HistoryEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts events of histories to touchpoint records.
 *
 * @param namespace the namespace of customer ids
 * @param currency the currency of the histories, by ISO 4217
 * @param source the source of the touchpoints
 * @param clock the source of arrival times
 */
public record HistoryTouchpoints(String namespace, String currency, String source, InstantSource clock) {

    /** Converts an event. */
    public Touchpoint of(HistoryEvent event) {
        return new Touchpoint(
                event.eventId(),
                List.of(new Identity(namespace, event.customer())),
                event.occurredAt(),
                clock.millis(),
                event.channel(),
                event.kind(),
                event.subject(),
                direction(event),
                sentiment(event),
                money(event),
                Map.of(),
                source,
                event.isRetraction() ? event.retracts() : null,
                event.revision(),
                List.of(),
                null,
                Map.of());
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
