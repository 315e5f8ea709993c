package io.truenorth.service.health;

import java.util.List;

/**
 * The checks of a service.
 *
 * @param liveness conditions that only a restart can repair; an orchestrator restarts the process if one fails
 * @param readiness conditions for serving requests; most of them recover without a restart
 */
public record HealthChecks(List<HealthCheck> liveness, List<HealthCheck> readiness) {

    /** The lists are copied. */
    public HealthChecks {
        liveness = List.copyOf(liveness);
        readiness = List.copyOf(readiness);
    }
}
