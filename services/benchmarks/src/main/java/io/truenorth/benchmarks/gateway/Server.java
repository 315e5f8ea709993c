package io.truenorth.benchmarks.gateway;

import java.util.Locale;

/** Who answers. */
enum Server {
    /** Reads each body as JSON and drops it: what HTTP and JSON cost. */
    BARE,
    /** The gateway as its main composes it. */
    GATEWAY;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
