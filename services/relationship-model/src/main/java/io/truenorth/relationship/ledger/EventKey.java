package io.truenorth.relationship.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64-bit key under which a ledger remembers an event id: the first eight bytes, big-endian, of the SHA-256 of the
 * id in UTF-8.
 *
 * <p>Keys are compared within one customer's day only, or two beside a midnight ({@link ArrivalRule#daysOf}). On a day of 10 000 events the chance that a new event meets a
 * foreign key is below 10⁻¹⁵, and nobody can choose ids that collide.
 */
public final class EventKey {

    private EventKey() {}

    /** The key of an event id. */
    public static long of(String eventId) {
        return ofUtf8(eventId.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of an event id that is at hand as UTF-8. */
    public static long ofUtf8(byte[] eventId) {
        return ByteBuffer.wrap(sha256().digest(eventId)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
