package io.truenorth.service.http;

import io.truenorth.service.config.ConfigSection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP server of a service.
 *
 * @param host the address to bind to
 * @param port the port, 0 for any that is free
 * @param threads maximum number of threads, including those of the server itself
 * @param maxBody maximum size of a request body in bytes, as sent
 * @param idleTimeout how long a connection may be idle
 * @param tokens accepted tokens; empty for open access, which is allowed on loopback only
 * @param guarded whether the service has its own guard instead of these tokens
 */
public record HttpConfig(
        String host,
        int port,
        int threads,
        long maxBody,
        Duration idleTimeout,
        List<TokenHash> tokens,
        boolean guarded) {

    /** The problem with an empty list of tokens. */
    public static final String NO_TOKEN =
            "must not be empty if set; leave it out to give everyone on this" + " machine full access";

    private static final String TOKENS = "tokens";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int FEWEST_THREADS = 8;
    private static final int USUAL_THREADS = 64;
    private static final long USUAL_BODY = 1 << 20;
    private static final Duration USUAL_IDLE = Duration.ofSeconds(30);

    /**
     * Rejects open access beyond loopback.
     *
     * @throws IllegalArgumentException if the host is not loopback and there are neither tokens nor another guard
     */
    public HttpConfig {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty() && !guarded && !isLoopback(host)) {
            throw new IllegalArgumentException(unguarded(host));
        }
    }

    /** A server on loopback without tokens; port 0 for any free port. */
    public static HttpConfig onLoopback(int port) {
        return new HttpConfig(LOOPBACK, port, USUAL_THREADS, USUAL_BODY, USUAL_IDLE, List.of(), false);
    }

    /** Reads the section {@code http} of a service. */
    public static HttpConfig read(ConfigSection section, int usualPort) {
        HttpConfig server = readServer(section, usualPort);
        List<TokenHash> tokens = readTokens(
                section,
                "Accepted bearer tokens: `NAME:SHA256` of each, the hash in hex. None: open to everyone on this machine.");
        if (tokens.isEmpty() && !server.isLoopback()) {
            if (!section.isSet(TOKENS)) {
                section.reject(TOKENS, unguarded(server.host));
            }
            return onLoopback(server.port);
        }
        return new HttpConfig(
                server.host, server.port, server.threads, server.maxBody, server.idleTimeout, tokens, false);
    }

    /** Reads the section {@code http} of a service with its own guard. */
    public static HttpConfig readServer(ConfigSection section, int usualPort) {
        return new HttpConfig(
                host(section),
                section.integer("port", usualPort, 0, 65_535, "The port to listen on; 0 for any that is free."),
                section.integer(
                        "threads",
                        USUAL_THREADS,
                        FEWEST_THREADS,
                        4096,
                        "Threads that handle requests, one each at a time."),
                section.size(
                        "maxBody",
                        USUAL_BODY,
                        1024,
                        1 << 30,
                        "Maximum size of a request body as sent; larger ones are rejected with 413."),
                section.duration(
                        "idleTimeout",
                        USUAL_IDLE,
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        "How long a connection may be idle before it is closed."),
                List.of(),
                true);
    }

    private static String host(ConfigSection section) {
        String host = section.text("host", LOOPBACK, "The address to bind to; beyond loopback only with tokens.");
        if (host.isBlank()) {
            section.reject("host", "expected an address such as 127.0.0.1 or 0.0.0.0, was empty");
            return LOOPBACK;
        }
        return host;
    }

    /** Reads the key {@code tokens} of a section, whose absence may give access to everyone on this machine. */
    public static List<TokenHash> readTokens(ConfigSection section, String meaning) {
        List<TokenHash> tokens = new ArrayList<>();
        List<String> texts = section.texts(TOKENS, List.of(), meaning);
        if (texts.isEmpty() && section.isSet(TOKENS)) {
            section.reject(TOKENS, NO_TOKEN);
        }
        for (int i = 0; i < texts.size(); i++) {
            int number = i + 1;
            TokenHash.violationOf(texts.get(i))
                    .ifPresentOrElse(
                            violation -> section.reject(TOKENS, violation + ", number " + number + " is none"),
                            () -> TokenHash.parse(texts.get(number - 1)).ifPresent(tokens::add));
        }
        return tokens;
    }

    /** Whether the server is reachable from this machine only. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            // Java takes an empty name for loopback, a server may take it for all addresses.
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String unguarded(String host) {
        return "expected at least one token, as the host " + host + " can be reached from other machines";
    }
}
