package io.truenorth.standalone.demo;

import io.truenorth.producer.SendFailedException;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.service.PeriodicTask;
import io.truenorth.simulator.KafkaTouchpointSink;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Simulation;
import io.truenorth.simulator.TouchpointSink;
import io.truenorth.simulator.Traffic;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Produces the touchpoints of simulated customers on its own thread; resumes where the previous run stopped. */
public final class SimulatedCustomers implements AutoCloseable {
    /** Low enough that live touchpoints are scored without delay during the history. */
    private static final int MOST_PER_SECOND = 4_000;

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final Path file;
    private final TouchpointProducer producer;
    private final OffsetTrackingSink sender;
    private final Traffic traffic;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "simulated-customers");
    /** On its own thread, as it blocks while brokers are unavailable. */
    private final PeriodicTask checkpoints =
            new PeriodicTask("simulation-checkpoints", CHECKPOINT_INTERVAL, this::checkpoint);

    private SimulatedLife life;

    /**
     * New customers, or those of an earlier run.
     *
     * @param file the progress of the simulation
     * @param seed seed for new customers
     * @param customers number of new customers
     * @param producer closed with them
     */
    public SimulatedCustomers(Path file, long seed, int customers, TouchpointProducer producer, Clock clock) {
        this.file = file;
        this.producer = producer;
        this.life = SimulatedLife.in(file, seed, customers, clock.instant());
        life.writeTo(file);
        Simulation simulation = new Simulation(life.config());
        simulation.forEachUntil(life.deliveredUntil(), known -> {});
        this.sender = new OffsetTrackingSink(new KafkaTouchpointSink(producer, clock), life.deliveredUntil());
        this.traffic = new Traffic(simulation, sender, clock, MOST_PER_SECOND);
        thread.setDaemon(true);
    }

    /** Whether this is the first run. */
    public boolean areNew() {
        return life.deliveredUntil() <= life.config().start().toEpochMilli();
    }

    /** Number of simulated persons; most become customers over time. */
    public int people() {
        return life.config().customers();
    }

    /** Starts the simulation. */
    public void start() {
        thread.start();
        checkpoints.start();
    }

    private void run() {
        try {
            traffic.run();
        } catch (RuntimeException e) {
            failure.complete("the simulated customers stopped: " + e.getMessage());
        }
    }

    /** Completes if touchpoints can no longer be delivered. */
    public CompletionStage<String> failure() {
        return failure.minimalCompletionStage();
    }

    /** Saves the progress. If that fails, the next start repeats some events, which are deduplicated. */
    private synchronized void checkpoint() {
        long latest = sender.latest();
        try {
            producer.flush();
            life = life.until(latest);
            life.writeTo(file);
        } catch (SendFailedException | UncheckedIOException e) {
            failure.complete("the progress of the simulation cannot be saved: " + e.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        traffic.close();
        thread.join(LONGEST_END.toMillis());
        checkpoints.finish(LONGEST_END);
        if (!failure.isDone()) {
            checkpoint();
        }
        sender.close();
    }

    /** Tracks the time of the latest touch that was sent. */
    private static final class OffsetTrackingSink implements TouchpointSink {
        private final TouchpointSink sender;
        private volatile long latest;

        OffsetTrackingSink(TouchpointSink sender, long latest) {
            this.sender = sender;
            this.latest = latest;
        }

        long latest() {
            return latest;
        }

        @Override
        public void send(SimulatedTouch touch) {
            sender.send(touch);
            latest = touch.knownAt();
        }

        @Override
        public void flush() {
            sender.flush();
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
