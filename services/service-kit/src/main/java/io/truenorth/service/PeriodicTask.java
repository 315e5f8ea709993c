package io.truenorth.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs an action at a fixed delay on its own daemon thread until it is stopped. */
public final class PeriodicTask {
    private final Action action;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private Duration firstDelay;

    /** One run of the task. */
    @FunctionalInterface
    public interface Action {
        /** Runs once; an interrupt means that the task is being stopped. */
        void run() throws InterruptedException;
    }

    /**
     * A task that is not started yet.
     *
     * @param name of its thread
     * @param interval between the end of a run and the start of the next
     */
    public PeriodicTask(String name, Duration interval, Action action) {
        this.action = action;
        this.interval = interval;
        this.firstDelay = interval;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts the task; the first run follows after one interval. */
    public void start() {
        thread.start();
    }

    /** Starts the task with a first run at once. */
    public void startAtOnce() {
        firstDelay = Duration.ZERO;
        thread.start();
    }

    /** Stops the task, interrupting a run in progress, and waits for its thread up to a timeout. */
    public void stop(Duration timeout) throws InterruptedException {
        stopped.countDown();
        thread.interrupt();
        thread.join(timeout.toMillis());
    }

    /** Stops the task after a run in progress, for which it waits up to a timeout. */
    public void finish(Duration timeout) throws InterruptedException {
        stopped.countDown();
        thread.join(timeout.toMillis());
    }

    private void run() {
        try {
            Duration delay = firstDelay;
            while (!stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                action.run();
                delay = interval;
            }
        } catch (InterruptedException e) {
            // Stopped during a run.
        }
    }
}
