package io.truenorth.gateway.sources.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets in constant time. */
final class ConstantTime {

    private ConstantTime() {}

    static boolean equals(String one, String other) {
        return equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static boolean equals(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
