package io.truenorth.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash by which an identity is told apart where it must not be named: the first 32 hexadecimal digits (128 bits) of the
 * SHA-256 of {@code namespace:value} in UTF-8.
 */
public final class IdentityHash {
    private static final int BYTES = 16;

    private IdentityHash() {}

    /** Returns the hash of an identity, {@code namespace:value}. */
    public static String of(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
