package io.truenorth.gateway.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of an event whose sender has other rules for ids than the contract: as it was sent, or its SHA-256 where it is longer
 * than an id may be or has characters that an id may not have. It is as good as the id itself: the same for the same event.
 */
final class EventId {

    private EventId() {}

    static String of(String sent) {
        return TextConstraint.ID.violationOf(sent).isEmpty() ? sent : "sha256:" + sha256(sent);
    }

    private static String sha256(String text) {
        try {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
