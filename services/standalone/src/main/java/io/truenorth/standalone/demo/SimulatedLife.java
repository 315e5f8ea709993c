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
 * What is simulated, and how far it has come: written down, so that the next start goes on with the same people.
 *
 * @param config what is simulated
 * @param deliveredUntil every touch that was known before this moment is delivered, epoch ms
 */
record SimulatedLife(SimulationConfig config, long deliveredUntil) {
    private static final Duration HISTORY = Duration.ofDays(730);
    /** Some touches a second of some thousand customers, who touch a brand once in weeks: there is something to see. */
    private static final double LIVE_PACE = 2_000;

    private static final String SEED = "seed";
    private static final String CUSTOMERS = "customers";
    private static final String START = "start";
    private static final String LIVE_FROM = "liveFrom";
    private static final String DELIVERED_UNTIL = "deliveredUntil";

    /** Lives that begin two years ago and go on, faster, from now on. */
    static SimulatedLife begin(long seed, int customers, Instant now) {
        Instant start = now.minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        return new SimulatedLife(
                SimulationConfig.of(seed, customers, start).liveFrom(now, LIVE_PACE), start.toEpochMilli());
    }

    /** The lives of a file, or new ones where there is none. */
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
            throw new UnusableDirectoryException(file + " does not say what was simulated so far (" + e.getMessage()
                    + "): delete it for new people beside the old ones, or begin anew with --fresh");
        }
    }

    private static long number(Properties properties, String key) {
        return Long.parseLong(properties.getProperty(key, ""));
    }

    /** Writes it down, whole or not at all. */
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
                properties.store(out, "What the demo simulates, and how far it has come");
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
