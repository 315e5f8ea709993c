package io.truenorth.service;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops components in reverse order of their start. One that fails or hangs does not prevent the others from stopping. */
final class OrderedStop {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedStop.class);

    /** After the timeout, each remaining component still gets this long. */
    private static final Duration LAST_CHANCE = Duration.ofMillis(100);

    private final String service;
    private final Deque<Component> started;
    private final long deadline;
    private volatile boolean clean = true;

    OrderedStop(String service, Deque<Component> started, Duration timeout) {
        this.service = service;
        this.started = started;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Stops all components; returns whether all stopped in time. */
    boolean run() {
        while (!started.isEmpty()) {
            stop(started.pop());
        }
        return clean;
    }

    /** Runs on its own thread, so that a hanging component can be abandoned. */
    private void stop(Component component) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        Duration patience = left.compareTo(LAST_CHANCE) < 0 ? LAST_CHANCE : left;
        Thread stopping = new Thread(() -> stop(component, patience), "stop-" + component.name());
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(patience.toMillis());
            if (stopping.isAlive()) {
                LOG.error("{}: {} did not stop in time", service, component.name());
                clean = false;
                stopping.interrupt();
            }
        } catch (InterruptedException e) {
            clean = false;
            stopping.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Component component, Duration patience) {
        long begin = System.nanoTime();
        try {
            component.stop(patience);
            LOG.debug(
                    "{}: {} stopped after {} ms",
                    service,
                    component.name(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } catch (Exception e) {
            LOG.warn("{}: {} failed to stop", service, component.name(), e);
            clean = false;
        }
    }
}
