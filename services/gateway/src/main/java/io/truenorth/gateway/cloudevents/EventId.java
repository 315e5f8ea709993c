package io.truenorth.gateway.cloudevents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a touchpoint that came as a CloudEvent: {@code source#id}, or its hash where that is longer than an id may be. */
final class EventId {

    private static final int LONGEST = 256;

    private EventId() {}

    static String of(Envelope event) {
        String id = event.source() + "#" + event.id();
        return id.length() <= LONGEST ? id : "sha256:" + sha256(id);
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
