package io.truenorth.dashboard.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An event as it goes over the wire, encoded once for all clients.
 *
 * @param id rises by one with each event
 * @param key what it is about: a later event of the same key makes this one needless
 * @param customer whom it is about; empty if it is about no single customer
 * @param frame what is sent
 */
record LiveEvent(long id, String key, Optional<String> customer, Frame frame) {

    /**
     * An event.
     *
     * @param named the identities that its data names
     */
    static LiveEvent of(long id, String name, String key, Optional<String> customer, Set<String> named, String json) {
        String text = "id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n";
        return new LiveEvent(id, key, customer, new Frame(text.getBytes(StandardCharsets.UTF_8), named));
    }

    /** Bytes to send, shared by all clients and never changed. */
    static final class Frame {
        private final byte[] bytes;
        private final Set<String> named;

        private Frame(byte[] bytes, Set<String> named) {
            this.bytes = bytes;
            this.named = Set.copyOf(named);
        }

        /** A frame that names nobody. */
        static Frame of(String text) {
            return new Frame(text.getBytes(StandardCharsets.UTF_8), Set.of());
        }

        /** Whether it names one of some identities. */
        boolean names(Predicate<String> some) {
            return named.stream().anyMatch(some);
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
