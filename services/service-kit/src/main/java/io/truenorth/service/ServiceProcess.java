package io.truenorth.service;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a service as a process of its own. Exit codes: 0 if it was stopped, 1 if it failed, 2 if its configuration is invalid
 * or the resource limits of the process are too low.
 */
public final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    /** The minimum for any service; each needs more for its own work. */
    private static final long LEAST_HEAP = 48L << 20;

    private static final long LEAST_FILES = 256;

    private ServiceProcess() {}

    /**
     * The main method of a service: checks resource limits, reads the configuration from the environment, configures logging,
     * and runs the service until the process receives a signal. Exits the process.
     *
     * @param name names the service in messages
     * @param read reads the configuration
     * @param logging the logging part of the configuration
     * @param build composes the service
     */
    @SuppressWarnings("SystemOut") // There is no log before the configuration is known.
    public static <C> void main(
            String name,
            Function<ConfigSection, C> read,
            Function<C, LoggingConfig> logging,
            Function<C, Service> build)
            throws InterruptedException {
        C config;
        try {
            ProcessLimits.ofProcess().require(name, LEAST_HEAP, LEAST_FILES);
            config = Configuration.read(ConfigSources.of(System.getenv()), read);
        } catch (InvalidConfigException | InsufficientResourcesException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Logging.configure(logging.apply(config));
        System.exit(run(build.apply(config)));
    }

    /**
     * Runs a service until it ends; a signal to the process stops it.
     *
     * @return 0 if it was stopped, 1 if it failed
     */
    static int run(Service service) throws InterruptedException {
        Thread hook = new Thread(service::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            service.start();
        } catch (ServiceFailedException e) {
            report(service, e);
            return 1;
        }
        return service.awaitEnd() == ServiceState.STOPPED ? 0 : 1;
    }

    /** A start interrupted by a stop is not a failure. */
    private static void report(Service service, ServiceFailedException failure) {
        if (service.isStopWanted()) {
            LOG.info("stopped during start");
        } else {
            ResourceExhaustion.of(failure).ifPresent(LOG::error);
            LOG.error("{}", failure.getMessage(), failure.getCause());
        }
    }
}
