package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports on loopback. Free ports are chosen below the ephemeral range, so that no outgoing connection takes one between its choice
 * and its use.
 */
final class Ports {
    /** The listen address. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final RandomGenerator random;

    Ports(RandomGenerator random) {
        this.random = random;
    }

    static void requireLegal(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("expected a port from 0 (any free one) to 65535, was " + port);
        }
    }

    /**
     * Returns the port itself, or a free one if it is 0.
     *
     * @throws StartRefusedException if it is in use; the message names the process
     */
    int take(int port, String who) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new StartRefusedException(
                    Reason.PORT_IN_USE,
                    "port " + port + " for the " + who + " is in use by " + PortOwner.of(port)
                            + ": stop that process first, or choose another port");
        }
        return port;
    }

    /** A free port. */
    int free() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StartRefusedException(
                Reason.PORT_IN_USE, "none of " + ATTEMPTS + " ports from " + LOWEST + " to " + HIGHEST + " is free");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
