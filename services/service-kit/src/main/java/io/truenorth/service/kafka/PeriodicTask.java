package io.truenorth.service.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks again and again, on a thread of its own, until it is stopped. */
final class PeriodicTask {

    private final Look look;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** What is done each time. */
    @FunctionalInterface
    interface Look {
        /** Looks once; an interrupt means that the watching is over. */
        void look() throws InterruptedException;
    }

    /** @param interval between two looks */
    PeriodicTask(String name, Look look, Duration interval) {
        this.look = look;
        this.interval = interval;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Begins; the first look comes after the interval. */
    void start() {
        thread.start();
    }

    void stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        thread.interrupt();
        thread.join(patience.toMillis());
    }

    private void run() {
        try {
            while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look.look();
            }
        } catch (InterruptedException e) {
            // The stop, in the middle of a look.
        }
    }
}
