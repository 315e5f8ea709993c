package io.truenorth.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service as a process of its own: it ends when the process is told to, and the exit code tells how. */
public final class ServiceProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    /** What no service can do without; each has more of its own. */
    private static final long LEAST_HEAP = 48L << 20;

    private static final long LEAST_FILES = 256;

    private ServiceProcess() {}

    /**
     * The first thing that the main of a service does.
     *
     * @param name of the service
     * @throws InsufficientResourcesException if the process may have too little; the message is for whoever started it
     */
    public static void requireResources(String name) {
        ProcessLimits.ofProcess().require(name, LEAST_HEAP, LEAST_FILES);
    }

    /**
     * Starts a service and waits for its end, which a signal to the process brings about too.
     *
     * @return the exit code: 0 if it ran and stopped cleanly, else 1
     */
    public static int run(Service service) throws InterruptedException {
        Thread hook = new Thread(service::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            service.start();
        } catch (ServiceFailedException e) {
            tell(service, e);
            return 1;
        }
        return service.awaitEnd() == ServiceState.STOPPED ? 0 : 1;
    }

    /** Who stops a service that still starts knows why it did not. */
    private static void tell(Service service, ServiceFailedException failure) {
        if (service.isStopWanted()) {
            LOG.info("stopped while it started");
        } else {
            ResourceExhaustion.of(failure).ifPresent(LOG::error);
            LOG.error("{}", failure.getMessage(), failure.getCause());
        }
    }
}
