package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures that are HMACs.
 *
 * @param algorithm of the hash
 * @param key how a secret is written
 */
record Hmac(Algorithm algorithm, Encoding key) implements DigestScheme.Verifier {

    /** The hashes that senders use. */
    enum Algorithm {
        SHA1("HmacSHA1"),
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512");

        private final String jdkName;

        Algorithm(String jdkName) {
            this.jdkName = jdkName;
        }
    }

    @Override
    public boolean verifies(byte[] signature, byte[] signed, Secret secret) {
        return key.key(secret.reveal())
                .map(bytes -> MessageDigest.isEqual(mac(bytes, signed), signature))
                .orElse(false);
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return key.key(secret.reveal()).isPresent()
                ? Optional.empty()
                : Optional.of("expected a secret in " + key.shown());
    }

    private byte[] mac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm.jdkName);
            mac.init(new SecretKeySpec(key, algorithm.jdkName));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + algorithm.jdkName, e);
        }
    }
}
