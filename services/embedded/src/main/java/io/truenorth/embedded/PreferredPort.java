package io.truenorth.embedded;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * A port on loopback with a fallback.
 *
 * @param port a free port: the preferred one if possible
 * @param taken a description of the process that uses the preferred port; empty if that port is free
 */
public record PreferredPort(int port, Optional<String> taken) {

    /** The preferred port, or another free one if it is in use. */
    public static PreferredPort of(int preferred) {
        Ports.requireLegal(preferred);
        if (Ports.isFree(preferred)) {
            return new PreferredPort(preferred, Optional.empty());
        }
        return new PreferredPort(new Ports(new SecureRandom()).free(), Optional.of(PortOwner.of(preferred)));
    }

    /**
     * Exactly this port.
     *
     * @param who the service that will listen on it, for the message
     * @throws StartRefusedException if it is in use; the message names the process
     */
    public static PreferredPort exactly(int port, String who) {
        Ports.requireLegal(port);
        return new PreferredPort(new Ports(new SecureRandom()).take(port, who), Optional.empty());
    }
}
