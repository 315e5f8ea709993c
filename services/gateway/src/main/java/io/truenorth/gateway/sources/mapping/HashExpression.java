package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
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
 * The first 128 bits, in hex, of the SHA-256 of the nodes at some locations; a missing node counts as an empty text. Objects and
 * arrays are hashed as they stand, so that a payload that is sent again has the same hash.
 */
record HashExpression(List<PayloadLocation> over) implements Expression {

    private static final int BYTES = 16;

    @Override
    public Optional<Extracted> evaluate(WebhookPayload payload) {
        MessageDigest sha256 = sha256();
        for (PayloadLocation location : over) {
            byte[] utf8 =
                    location.find(payload).map(JsonNode::toString).orElse("").getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            sha256.update(utf8);
        }
        String hash = HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), BYTES));
        return Optional.of(new Extracted(hash, over.get(0).describe(payload)));
    }

    @Override
    public Stream<PayloadLocation> locations() {
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
