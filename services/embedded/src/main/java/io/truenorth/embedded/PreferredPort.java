package io.truenorth.embedded;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * A port on loopback for something that would rather have a certain one, but can do with another.
 *
 * @param port one on which nobody listens
 * @param taken who has the port that was preferred, in words; nothing if that one is free
 */
public record PreferredPort(int port, Optional<String> taken) {

    /** The preferred port, or any free one where somebody has it. */
    public static PreferredPort of(int preferred) {
        Ports.requireLegal(preferred);
        if (Ports.isFree(preferred)) {
            return new PreferredPort(preferred, Optional.empty());
        }
        return new PreferredPort(new Ports(new SecureRandom()).free(), Optional.of(PortOwner.of(preferred)));
    }

    /**
     * That port and no other.
     *
     * @param who is to listen on it, for the message
     * @throws StartRefusedException if somebody has it; the message names who
     */
    public static PreferredPort exactly(int port, String who) {
        Ports.requireLegal(port);
        return new PreferredPort(new Ports(new SecureRandom()).take(port, who), Optional.empty());
    }
}
