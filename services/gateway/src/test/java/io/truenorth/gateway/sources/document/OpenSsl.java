package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signatures by the {@code openssl} command: an implementation that is not ours. */
final class OpenSsl {

    private static final String ECDSA = "ecdsa";
    /** Made once: a private key of an elliptic curve, in PEM. */
    private static final byte[] KEY = run(new byte[0], "ecparam", "-name", "prime256v1", "-genkey", "-noout");

    private final String digest;
    private final String secret;

    /** @param digest of an HMAC whose key is the secret, or {@code ecdsa} */
    OpenSsl(String digest, String secret) {
        this.digest = digest;
        this.secret = digest.equals(ECDSA)
                ? Base64.getEncoder().encodeToString(run(KEY, "ec", "-pubout", "-outform", "DER"))
                : secret;
    }

    /** What the deployment knows: the key of the HMAC, or the public key in base64. */
    String secret() {
        return secret;
    }

    /** The signature of a text, in hex. */
    String signature(String text) {
        return HexFormat.of().formatHex(digest.equals(ECDSA) ? ecdsa(text) : hmac(text));
    }

    private byte[] hmac(String text) {
        String key = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        return run(text.getBytes(UTF_8), "dgst", "-" + digest, "-mac", "HMAC", "-macopt", "hexkey:" + key, "-binary");
    }

    private static byte[] ecdsa(String text) {
        try {
            Path key = Files.createTempFile("key", ".pem");
            try {
                Files.write(key, KEY);
                return run(text.getBytes(UTF_8), "dgst", "-sha256", "-sign", key.toString());
            } finally {
                Files.delete(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] run(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().write(input);
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("openssl " + String.join(" ", arguments) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("expected the command openssl", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
