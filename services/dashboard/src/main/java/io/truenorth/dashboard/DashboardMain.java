package io.truenorth.dashboard;

import io.truenorth.service.ServiceProcess;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;

/** Runs a dashboard as a process. */
public final class DashboardMain {
    private DashboardMain() {}

    /** Runs a dashboard as the environment configures it, until the process is stopped. */
    public static void main(String[] args) throws InterruptedException {
        ServiceProcess.main(
                DashboardComposition.NAME,
                DashboardConfig::read,
                config -> config.deployment().logging(),
                config -> DashboardComposition.dashboard(
                                config, ServiceMetrics.ofProcess(DashboardComposition.NAME), Clock.systemUTC())
                        .service());
    }
}
