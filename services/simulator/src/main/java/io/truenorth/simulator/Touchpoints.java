package io.truenorth.simulator;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.Sentiment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts simulated touches to touchpoint records. */
public final class Touchpoints {
    /** The currency of the simulated brand. */
    public static final String CURRENCY = "EUR";

    private static final String SOURCE = "simulator";

    private Touchpoints() {}

    /**
     * Converts a touch.
     *
     * @param receivedAt the arrival time, epoch ms
     */
    public static Touchpoint of(SimulatedTouch touch, long receivedAt) {
        return new Touchpoint(
                touch.eventId(),
                touch.identities().stream()
                        .map(identity -> new Identity(identity.namespace(), identity.value()))
                        .toList(),
                touch.occurredAt(),
                receivedAt,
                touch.channel(),
                touch.kind(),
                touch.subject(),
                direction(touch),
                sentiment(touch.sentiment()),
                touch.valueMinor() == 0 ? null : new Money(touch.valueMinor(), CURRENCY),
                touch.attributes(),
                SOURCE,
                touch.isRetraction() ? touch.retracts() : null,
                0,
                List.of(),
                null,
                Map.of());
    }

    private static Direction direction(SimulatedTouch touch) {
        return switch (touch.direction()) {
            case INBOUND -> Direction.IN;
            case OUTBOUND -> Direction.OUT;
        };
    }

    private static @Nullable Double sentiment(Sentiment sentiment) {
        return switch (sentiment) {
            case POSITIVE -> 1.0;
            case NEUTRAL -> 0.0;
            case NEGATIVE -> -1.0;
            case NONE -> null;
        };
    }
}
