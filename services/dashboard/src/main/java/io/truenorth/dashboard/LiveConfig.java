package io.truenorth.dashboard;

import io.truenorth.service.config.ConfigSection;
import java.time.Duration;

/**
 * How live events are sent.
 *
 * @param clients how many may follow at once
 * @param longestStall how long one may take nothing of what waits
 */
public record LiveConfig(int clients, Duration longestStall) {

    static LiveConfig read(ConfigSection section) {
        return new LiveConfig(
                section.integer("clients", 2_000, 1, 100_000, "How many may follow the live events at once."),
                section.duration(
                        "longestStall",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        "How long a client may take nothing of what waits for it before it is let go."));
    }
}
