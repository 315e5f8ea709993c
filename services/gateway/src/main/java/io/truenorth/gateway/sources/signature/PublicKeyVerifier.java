package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signatures by a private key that the sender keeps. The secret is the public key.
 *
 * @param keys the kind of key
 * @param algorithm of the signature, by its name in Java
 * @param encoding how a key that is not in PEM is written
 */
record PublicKeyVerifier(Keys keys, String algorithm, Encoding encoding) implements DigestScheme.Verifier {

    private static final Pattern PEM = Pattern.compile("-----[A-Z ]+-----|\\\\n|\\s");

    /** Kinds of keys. */
    enum Keys {
        EC("the public key of an elliptic curve (X.509)"),
        RSA("a public RSA key (X.509)"),
        /** Senders publish the 32 bytes of the key itself. */
        ED25519("a public Ed25519 key, its 32 bytes or X.509");

        private static final byte[] ED25519_X509 = {
            0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
        };
        private static final int ED25519_LENGTH = 32;

        private final String shown;

        Keys(String shown) {
            this.shown = shown;
        }

        private byte[] x509(byte[] key) {
            if (this != ED25519 || key.length != ED25519_LENGTH) {
                return key;
            }
            byte[] encoded = Arrays.copyOf(ED25519_X509, ED25519_X509.length + key.length);
            System.arraycopy(key, 0, encoded, ED25519_X509.length, key.length);
            return encoded;
        }
    }

    @Override
    public boolean verifies(byte[] signature, byte[] signed, Secret secret) {
        return publicKey(secret)
                .map(key -> verifies(algorithm, key, signature, signed))
                .orElse(false);
    }

    /** Whether a signature of some bytes was made by the owner of a key. */
    static boolean verifies(String algorithm, PublicKey key, byte[] signature, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return publicKey(secret).isPresent()
                ? Optional.empty()
                : Optional.of("expected " + keys.shown + " in " + encoding.shown() + " or PEM");
    }

    private Optional<PublicKey> publicKey(Secret secret) {
        String text = secret.reveal();
        Optional<byte[]> key = text.startsWith("-----")
                ? Encoding.BASE64.decode(PEM.matcher(text).replaceAll(""))
                : encoding.decode(text);
        return key.flatMap(bytes -> publicKey(keys.x509(bytes)));
    }

    private Optional<PublicKey> publicKey(byte[] x509) {
        try {
            return Optional.of(KeyFactory.getInstance(keys.name()).generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
