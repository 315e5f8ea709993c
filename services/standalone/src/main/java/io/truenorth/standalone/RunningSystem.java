package io.truenorth.standalone;

import io.truenorth.embedded.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Publishes the addresses of a running system in its directory, for other commands. A killed process leaves the file
 * behind, so it also names the process and is valid only while that process lives.
 */
public final class RunningSystem {
    private static final String FILE = "running.properties";
    private static final String PROCESS = "process";
    private static final String STARTED = "started";
    private static final String KAFKA = "kafka";
    private static final String REGISTRY = "registry";
    private static final String GATEWAY = "gateway";
    private static final String QUERIES = "queries";
    private static final String DASHBOARD = "dashboard";

    private RunningSystem() {}

    /** Publishes the addresses of the system of this process. */
    public static void announce(Path directory, SystemAddresses addresses) {
        Properties properties = new Properties();
        properties.setProperty(PROCESS, Long.toString(ProcessHandle.current().pid()));
        properties.setProperty(STARTED, startOf(ProcessHandle.current()));
        properties.setProperty(KAFKA, addresses.bootstrapServers());
        properties.setProperty(REGISTRY, addresses.registryUrl());
        properties.setProperty(GATEWAY, addresses.gateway().toString());
        properties.setProperty(QUERIES, addresses.queries().toString());
        properties.setProperty(DASHBOARD, addresses.dashboard().toString());
        try {
            PrivateFiles.create(directory.resolve(FILE));
            try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(FILE))) {
                properties.store(out, "Where the system that runs in this directory is reached");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.resolve(FILE), e);
        }
    }

    /** Removes the published addresses. */
    public static void withdraw(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory.resolve(FILE), e);
        }
    }

    /** The addresses of the system in a directory; empty if none is running. */
    public static Optional<SystemAddresses> find(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        return isAlive(properties) ? Optional.of(addresses(properties)) : Optional.empty();
    }

    private static SystemAddresses addresses(Properties properties) {
        return new SystemAddresses(
                properties.getProperty(KAFKA, ""),
                properties.getProperty(REGISTRY, ""),
                URI.create(properties.getProperty(GATEWAY, "")),
                URI.create(properties.getProperty(QUERIES, "")),
                URI.create(properties.getProperty(DASHBOARD, "")));
    }

    private static boolean isAlive(Properties properties) {
        String process = properties.getProperty(PROCESS, "");
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .filter(handle -> startOf(handle).equals(properties.getProperty(STARTED)))
                        .isPresent();
    }

    /** Process ids are reused. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
