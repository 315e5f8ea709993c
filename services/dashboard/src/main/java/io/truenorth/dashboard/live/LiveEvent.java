package io.truenorth.dashboard.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An event as it goes over the wire, encoded once for all clients.
 *
 * @param id rises by one with each event
 * @param key what it is about: a later event of the same key makes this one needless
 * @param customer whom it is about; empty if it is about no single customer
 * @param frame what is sent
 */
record LiveEvent(long id, String key, Optional<String> customer, Frame frame) {

    static LiveEvent of(long id, String name, String key, Optional<String> customer, String json) {
        return new LiveEvent(
                id, key, customer, Frame.of("id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n"));
    }

    /** Bytes to send, shared by all clients and never changed. */
    static final class Frame {
        private final byte[] bytes;

        private Frame(byte[] bytes) {
            this.bytes = bytes;
        }

        static Frame of(String text) {
            return new Frame(text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
