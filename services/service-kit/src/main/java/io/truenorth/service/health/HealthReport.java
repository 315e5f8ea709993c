package io.truenorth.service.health;

import java.util.List;

/**
 * What all checks found at one moment.
 *
 * @param findings one for each check, in their order
 */
public record HealthReport(List<Finding> findings) {

    /** The findings are copied. */
    public HealthReport {
        findings = List.copyOf(findings);
    }

    /** What one check found. */
    public record Finding(String name, Health health) {}

    /** Asks every check. */
    public static HealthReport of(List<HealthCheck> checks) {
        return new HealthReport(checks.stream()
                .map(check -> new Finding(check.name(), check.check()))
                .toList());
    }

    /** Whether all is well. */
    public boolean ok() {
        return findings.stream().allMatch(finding -> finding.health().ok());
    }
}
