package io.truenorth.relationship.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64-bit key that a ledger stores for an event id: the first eight bytes, big-endian, of the SHA-256 of the id in
 * UTF-8.
 *
 * <p>Keys are compared only within one day of one customer and the days before and after it. On a day of 10 000 events the
 * probability that a new event collides with another key is below 10⁻¹⁵, and colliding
 * ids cannot feasibly be constructed.
 */
public final class EventKey {

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(EventKey::sha256);

    private EventKey() {}

    /** Returns the key of an event id. */
    public static long of(String eventId) {
        return ofUtf8(eventId.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the key of an event id in UTF-8. */
    public static long ofUtf8(byte[] eventId) {
        return ByteBuffer.wrap(SHA_256.get().digest(eventId)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
