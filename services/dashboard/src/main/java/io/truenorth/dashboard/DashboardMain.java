package io.truenorth.dashboard;

import io.truenorth.service.ServiceProcess;
import io.truenorth.service.InsufficientResourcesException;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;

/** Puts a dashboard together, and runs one as a process. */
public final class DashboardMain {
    private static final String NAME = "dashboard";

    private DashboardMain() {}

    /** Runs a dashboard as the environment configures it, until the process is told to stop. */
    @SuppressWarnings("SystemOut") // There are no logs before the configuration is known.
    public static void main(String[] args) throws InterruptedException {
        DashboardConfig config;
        try {
            ServiceProcess.requireResources(NAME);
            config = Configuration.read(ConfigSources.of(System.getenv()), DashboardConfig::read);
        } catch (InvalidConfigException | InsufficientResourcesException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Logging.configure(config.deployment().logging());
        Dashboard dashboard = dashboard(config, ServiceMetrics.ofProcess(NAME), Clock.systemUTC());
        System.exit(ServiceProcess.run(dashboard.service()));
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
