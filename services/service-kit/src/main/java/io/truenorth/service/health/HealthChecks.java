package io.truenorth.service.health;

import java.util.List;

/**
 * The checks of a service.
 *
 * @param liveness what only a restart can mend; an orchestrator kills the process where one of them fails
 * @param readiness what must be well for requests to be served; most of it mends itself
 */
public record HealthChecks(List<HealthCheck> liveness, List<HealthCheck> readiness) {

    /** The lists are copied. */
    public HealthChecks {
        liveness = List.copyOf(liveness);
        readiness = List.copyOf(readiness);
    }
}
