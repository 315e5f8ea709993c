package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Signatures by a private key that the sender keeps: ECDSA with SHA-256. The secret is the public key, in base64. */
record Ecdsa() implements DigestScheme.Verifier {

    private static final String ALGORITHM = "SHA256withECDSA";

    @Override
    public boolean verifies(byte[] signature, byte[] signed, Secret secret) {
        return publicKey(secret).map(key -> verifies(signature, signed, key)).orElse(false);
    }

    private static boolean verifies(byte[] signature, byte[] signed, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return publicKey(secret).isPresent()
                ? Optional.empty()
                : Optional.of("expected the public key of an elliptic curve (X.509) in base64");
    }

    private static Optional<PublicKey> publicKey(Secret secret) {
        return Encoding.BASE64.decode(secret.reveal()).flatMap(Ecdsa::publicKey);
    }

    private static Optional<PublicKey> publicKey(byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
