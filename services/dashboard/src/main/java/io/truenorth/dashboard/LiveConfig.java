package io.truenorth.dashboard;

import io.truenorth.service.config.ConfigSection;
import java.time.Duration;

/**
 * How live events are sent.
 *
 * @param clients the maximum number of connected clients
 * @param clientStallTimeout how long a client may read nothing while events wait for it
 */
public record LiveConfig(int clients, Duration clientStallTimeout) {

    static LiveConfig read(ConfigSection section) {
        return new LiveConfig(
                section.integer("clients", 2_000, 1, 100_000, "The maximum number of clients of the live events."),
                section.duration(
                        "clientStallTimeout",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        "How long a client may read nothing while events wait for it before it is disconnected."));
    }
}
