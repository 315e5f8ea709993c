package io.truenorth.gateway.sources.document;

import io.truenorth.gateway.OpenSslCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;

/** Signatures of a system, by an implementation that is not ours. */
final class OpenSsl {
    private static final String ECDSA = "ecdsa";
    /** Made once. */
    private static final OpenSslCommand.Keys KEYS = keys();

    private final String digest;
    private final String secret;

    /** @param digest of an HMAC whose key is the secret, or {@code ecdsa} */
    OpenSsl(String digest, String secret) {
        this.digest = digest;
        this.secret = digest.equals(ECDSA) ? OpenSslCommand.base64(KEYS.x509()) : secret;
    }

    private static OpenSslCommand.Keys keys() {
        try {
            return OpenSslCommand.ellipticCurve(Files.createTempDirectory("openssl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the deployment knows: the key of the HMAC, or the public key in base64. */
    String secret() {
        return secret;
    }

    /** The signature of a text, in hex. */
    String signature(String text) {
        byte[] signature = digest.equals(ECDSA) ? KEYS.sign("sha256", text) : OpenSslCommand.hmac(digest, secret, text);
        return HexFormat.of().formatHex(signature);
    }
}
