package io.truenorth.gateway.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * The id of an event that was sent without one: {@code content:} and the first 128 bits, in hex, of the SHA-256 of all that
 * the event says. It does not depend on when the event arrives, on the order of its fields or on how its time is written,
 * so that the same event sent again is a duplicate. Two events that say the very same are one; who has such events gives
 * them ids.
 *
 * <p>Names are taken as they leave the gateway: of a personal one only its pseudonym can be guessed at from the id.
 */
final class DerivedId {

    private static final String PREFIX = "content:";
    private static final int BYTES = 16;

    private final MessageDigest sha256;

    private DerivedId() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static String of(SentEvent event) {
        DerivedId id = new DerivedId();
        id.add(event.identities().size());
        event.identities().forEach(identity -> id.add(identity.namespace()).add(identity.value()));
        id.add(event.occurredAt())
                .add(event.channel())
                .add(event.kind())
                .add(event.subject())
                .add(event.direction().name())
                .add(event.sentiment().isPresent() ? bits(event.sentiment().getAsDouble()) : "")
                .add(event.money().map(SentMoney::currency).orElse(""))
                .add(event.money().map(SentMoney::amountMinor).orElse(0L))
                .add(event.attributes())
                .add(event.source())
                .add(event.retracts().orElse(""))
                .add(event.context());
        return PREFIX + HexFormat.of().formatHex(Arrays.copyOf(id.sha256.digest(), BYTES));
    }

    /** Each text with its length before it, so that no two different sequences of texts look alike. */
    private DerivedId add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8.length);
        sha256.update(utf8);
        return this;
    }

    private DerivedId add(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    private DerivedId add(Map<String, String> sorted) {
        add(sorted.size());
        sorted.forEach((name, value) -> add(name).add(value));
        return this;
    }

    /** Not as decimals, whose shortest form differs between versions of the JDK; −0 is 0. */
    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value + 0.0));
    }
}
