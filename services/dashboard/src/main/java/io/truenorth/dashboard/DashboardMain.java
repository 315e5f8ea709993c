package io.truenorth.dashboard;

import io.truenorth.service.ServiceProcess;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;

/** Puts a dashboard together, and runs one as a process. */
public final class DashboardMain {
    private static final String NAME = "dashboard";

    private DashboardMain() {}

    /** Runs a dashboard as the environment configures it, until the process is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        ServiceProcess.main(
                NAME,
                DashboardConfig::read,
                config -> config.deployment().logging(),
                config -> dashboard(config, ServiceMetrics.ofProcess(NAME), Clock.systemUTC())
                        .service());
    }

    /**
     * A dashboard of these parts.
     *
     * @param metrics closed with it
     */
    public static Dashboard dashboard(DashboardConfig config, ServiceMetrics metrics, Clock clock) {
        return new Composition(config, metrics, clock).dashboard();
    }
}
