package io.truenorth.endtoend.dashboard;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.SimulatedIdentity;
import io.truenorth.simulator.SimulatedTouch;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Touches of now. */
final class Recommendations {
    private Recommendations() {}

    /** Somebody whom nobody knows yet. */
    static SimulatedIdentity somebody() {
        return new SimulatedIdentity("crm", "live-" + UUID.randomUUID());
    }

    /** Somebody new recommends us. */
    static SimulatedTouch ofSomebody() {
        return of(somebody());
    }

    /** A customer recommends us. */
    static SimulatedTouch of(SimulatedIdentity customer) {
        long now = System.currentTimeMillis();
        return new SimulatedTouch(
                UUID.randomUUID().toString(),
                customer.value(),
                List.of(customer),
                now,
                now,
                "referral",
                "referral_made",
                "",
                Direction.INBOUND,
                Sentiment.NONE,
                0,
                Map.of("region", "north", "tier", "basic"),
                "");
    }
}
