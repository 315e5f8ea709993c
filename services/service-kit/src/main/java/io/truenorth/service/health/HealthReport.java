package io.truenorth.service.health;

import java.util.List;

/**
 * The results of all checks at one moment.
 *
 * @param findings one for each check, in their order
 */
public record HealthReport(List<Finding> findings) {

    /** The findings are copied. */
    public HealthReport {
        findings = List.copyOf(findings);
    }

    /** The result of one check. */
    public record Finding(String name, Health health) {}

    /** Runs every check. */
    public static HealthReport of(List<HealthCheck> checks) {
        return new HealthReport(checks.stream()
                .map(check -> new Finding(check.name(), check.check()))
                .toList());
    }

    /** Whether all checks passed. */
    public boolean ok() {
        return findings.stream().allMatch(finding -> finding.health().ok());
    }
}
