package io.truenorth.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service: components that are started in order and stopped in reverse order. An instance is started once. A
 * component that fails while the service runs is reported to {@link #fail}, which ends {@link #awaitEnd}.
 */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final String name;
    private final Duration stopTimeout;
    private final List<Component> components;
    private final Deque<Component> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch endWanted = new CountDownLatch(1);
    private volatile ServiceState state = ServiceState.NEW;
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile Optional<Thread> starter = Optional.empty();
    private volatile boolean stopWanted;

    /**
     * A service of these components.
     *
     * @param name the name in logs
     * @param stopTimeout how long the stop of all components may take
     * @param components in the order of their start
     */
    public Service(String name, Duration stopTimeout, List<Component> components) {
        this.name = name;
        this.stopTimeout = stopTimeout;
        this.components = List.copyOf(components);
    }

    /**
     * Starts the components in order. If one fails, those already started are stopped.
     *
     * @throws ServiceFailedException if a component could not start
     */
    public synchronized void start() {
        if (state != ServiceState.NEW) {
            throw new IllegalStateException(name + " was started before, it is " + state);
        }
        state = ServiceState.STARTING;
        starter = Optional.of(Thread.currentThread());
        try {
            components.forEach(this::start);
        } finally {
            starter = Optional.empty();
        }
        state = ServiceState.RUNNING;
        LOG.info("{} runs", name);
    }

    private void start(Component component) {
        try {
            component.start();
            started.push(component);
        } catch (Exception | Error e) {
            failure = Optional.of(e);
            stopStarted();
            end(ServiceState.FAILED);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new ServiceFailedException(name + ": " + component.name() + " cannot start: " + e.getMessage(), e);
        }
    }

    /** The state of the service. */
    public ServiceState state() {
        return state;
    }

    /** Whether {@link #close} was called. */
    boolean isStopWanted() {
        return stopWanted;
    }

    /** The cause of the failure, if the service failed. */
    public Optional<Throwable> failure() {
        return failure;
    }

    /** Reports that a component failed permanently; the thread in {@link #awaitEnd} then stops the service. */
    public void fail(String component, Throwable cause) {
        ResourceExhaustion.of(cause).ifPresent(words -> LOG.error("{}: {}", name, words));
        LOG.error("{}: {} failed: {}", name, component, cause.getMessage(), cause);
        if (failure.isEmpty()) {
            failure = Optional.of(cause);
        }
        endWanted.countDown();
    }

    /** Requests a stop; the thread in {@link #awaitEnd} then stops the service. */
    public void requestStop() {
        endWanted.countDown();
    }

    /**
     * Waits for a stop request or the failure of a component, then stops the service.
     *
     * @return {@link ServiceState#STOPPED} or {@link ServiceState#FAILED}
     */
    public ServiceState awaitEnd() throws InterruptedException {
        endWanted.await();
        close();
        ended.await();
        return state;
    }

    /**
     * Stops the components in reverse order within the stop timeout. A start in progress is interrupted; a service
     * that has already ended is left as it is.
     */
    @Override
    public void close() {
        stopWanted = true;
        starter.ifPresent(Thread::interrupt);
        stop();
    }

    private synchronized void stop() {
        if (state == ServiceState.STOPPED || state == ServiceState.FAILED) {
            return;
        }
        state = ServiceState.STOPPING;
        endWanted.countDown();
        boolean clean = stopStarted();
        end(clean && failure.isEmpty() ? ServiceState.STOPPED : ServiceState.FAILED);
    }

    private void end(ServiceState last) {
        state = last;
        LOG.info("{} is {}", name, last);
        endWanted.countDown();
        ended.countDown();
    }

    private boolean stopStarted() {
        return new OrderedStop(name, started, stopTimeout).run();
    }
}
