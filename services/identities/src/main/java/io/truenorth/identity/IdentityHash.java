package io.truenorth.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of an identity that was erased: the first 128 bits of the SHA-256 of {@code namespace:value} in UTF-8, as 32 hexadecimal
 * digits in lower case. It stands where the identity itself must not: on receipts, in suppressions and in audit logs.
 */
public final class IdentityHash {
    private static final int BYTES = 16;

    private IdentityHash() {}

    /** Returns the hash of an identity, given as {@code namespace:value}. */
    public static String of(String identity) {
        return HexFormat.of().formatHex(newSha256().digest(identity.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
