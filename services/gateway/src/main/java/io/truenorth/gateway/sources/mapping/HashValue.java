package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first 128 bits, in hex, of the SHA-256 of what stands at some places; what is missing counts as an empty text. Whole
 * objects and arrays are taken as they stand, so that a payload that is sent again has the same hash.
 */
record HashValue(List<PayloadLocation> over) implements Value {

    private static final int BYTES = 16;

    @Override
    public Optional<Found> in(WebhookPayload payload) {
        MessageDigest sha256 = sha256();
        for (PayloadLocation place : over) {
            byte[] utf8 = place.find(payload).map(JsonWriter::write).orElse("").getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            sha256.update(utf8);
        }
        String hash = HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), BYTES));
        return Optional.of(new Found(hash, over.get(0).in(payload)));
    }

    @Override
    public Stream<PayloadLocation> places() {
        return over.stream();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
