package io.truenorth.standalone.demo;

import io.truenorth.embedded.PrivateFiles;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.standalone.UnusableDirectoryException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * The parameters and the progress of the simulation, saved so that the next start continues it.
 *
 * @param config the parameters
 * @param deliveredUntil every touch known before this time is delivered, epoch ms
 */
record SimulatedLife(SimulationConfig config, long deliveredUntil) {
    private static final Duration HISTORY = Duration.ofDays(730);
    /** Simulated time runs faster than the clock, so that some thousand customers produce several touches per second. */
    private static final double LIVE_PACE = 2_000;

    private static final String SEED = "seed";
    private static final String CUSTOMERS = "customers";
    private static final String START = "start";
    private static final String LIVE_FROM = "liveFrom";
    private static final String DELIVERED_UNTIL = "deliveredUntil";

    /** A new simulation: two years of history, then accelerated live traffic. */
    static SimulatedLife begin(long seed, int customers, Instant now) {
        Instant start = now.minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        return new SimulatedLife(
                SimulationConfig.of(seed, customers, start).liveFrom(now, LIVE_PACE), start.toEpochMilli());
    }

    /** The simulation saved in a file, or a new one. */
    static SimulatedLife in(Path file, long seed, int customers, Instant now) {
        if (!Files.exists(file)) {
            return begin(seed, customers, now);
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return new SimulatedLife(
                    SimulationConfig.of(
                                    number(properties, SEED),
                                    Math.toIntExact(number(properties, CUSTOMERS)),
                                    Instant.ofEpochMilli(number(properties, START)))
                            .liveFrom(Instant.ofEpochMilli(number(properties, LIVE_FROM)), LIVE_PACE),
                    number(properties, DELIVERED_UNTIL));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new UnusableDirectoryException(file + " is not a valid state of the simulation (" + e.getMessage()
                    + "): delete it to add new customers to the existing ones, or start over with --fresh");
        }
    }

    private static long number(Properties properties, String key) {
        return Long.parseLong(properties.getProperty(key, ""));
    }

    /** Saves the simulation atomically. */
    void writeTo(Path file) {
        Properties properties = new Properties();
        properties.setProperty(SEED, Long.toString(config.seed()));
        properties.setProperty(CUSTOMERS, Integer.toString(config.customers()));
        properties.setProperty(START, Long.toString(config.start().toEpochMilli()));
        properties.setProperty(LIVE_FROM, Long.toString(config.liveFrom().toEpochMilli()));
        properties.setProperty(DELIVERED_UNTIL, Long.toString(deliveredUntil));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            PrivateFiles.create(unfinished);
            try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, "Parameters and progress of the demo's simulation");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    SimulatedLife until(long moment) {
        return new SimulatedLife(config, Math.max(deliveredUntil, moment));
    }
}
