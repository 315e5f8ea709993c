package io.truenorth.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names an identity where its text must not be: in receipts, in what is kept of erased identities, and in exports of it. It is
 * a pseudonym, not a secret: who knows the identity can compute it.
 */
public final class IdentityHash {
    private static final int BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private IdentityHash() {}

    /** Returns the first 32 hexadecimal digits of the SHA-256 of {@code namespace:value} in UTF-8, in lower case. */
    public static String of(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns whether a text has the form of a hash. */
    public static boolean isOne(String text) {
        return text.length() == 2 * BYTES && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
