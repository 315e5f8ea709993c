package io.truenorth.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service as a process of its own: it ends when the process is told to, and the exit code tells how. */
public final class ServiceProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    private ServiceProcess() {}

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
            LOG.error("{}", e.getMessage(), e.getCause());
            return 1;
        }
        return service.awaitEnd() == ServiceState.STOPPED ? 0 : 1;
    }
}
