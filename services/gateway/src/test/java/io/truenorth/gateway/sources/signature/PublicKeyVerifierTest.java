package io.truenorth.gateway.sources.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.OpenSslCommand;
import io.truenorth.service.config.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures by private keys of the sender. */
class PublicKeyVerifierTest {

    private static final String BODY = "{\"type\":1}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha512"})
    void rsaIsOfAnyHash(String hash) {
        OpenSslCommand.Keys keys = OpenSslCommand.rsa(directory);
        SignatureScheme scheme = SignatureSchemes.of("{ scheme: rsa, at: \"header:X-Sig\", algorithm: " + hash + " }");
        Map<String, String> headers = Map.of("X-Sig", OpenSslCommand.base64(keys.sign(hash, BODY)));

        assertThat(SigningSystems.rejection(scheme, BODY, headers, keys.pem())).isEmpty();
        assertThat(SigningSystems.rejection(scheme, BODY + " ", headers, keys.pem()))
                .hasValue("the signature in the header X-Sig does not match this request");
        assertThat(SigningSystems.rejection(scheme, BODY, Map.of("X-Sig", "AAAA"), keys.pem()))
                .isPresent();
    }

    @Test
    void discordSignsTimeAndBodyByEd25519() {
        OpenSslCommand.Keys keys = OpenSslCommand.ed25519(directory);
        byte[] x509 = keys.x509();
        byte[] raw = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
        SignatureScheme scheme = SignatureSchemes.of(
                "{ scheme: ed25519, at: \"header:X-Signature-Ed25519\", time: { at: \"header:X-Signature-Timestamp\" },"
                        + " signed: [ time, body ] }");
        String time = Long.toString(SigningSystems.NOW.getEpochSecond());
        Map<String, String> headers = Map.of(
                "X-Signature-Timestamp",
                time,
                "X-Signature-Ed25519",
                HexFormat.of().formatHex(keys.sign(time + BODY)));

        assertThat(SigningSystems.rejection(
                        scheme, BODY, headers, HexFormat.of().formatHex(raw)))
                .isEmpty();
        assertThat(SigningSystems.rejection(
                        scheme, BODY, headers, HexFormat.of().formatHex(x509)))
                .isEmpty();
        assertThat(SigningSystems.rejection(scheme, BODY, headers, keys.pem())).isEmpty();
        assertThat(SigningSystems.rejection(scheme, BODY + " ", headers, keys.pem()))
                .isPresent();
        assertThat(scheme.problemWith(new Secret("00ff")))
                .hasValue("expected a public Ed25519 key, its 32 bytes or X.509 in hex or PEM");
    }

    @Test
    void anEd25519KeyMayBeInBase64() {
        OpenSslCommand.Keys keys = OpenSslCommand.ed25519(directory);
        byte[] x509 = keys.x509();
        String raw = OpenSslCommand.base64(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
        SignatureScheme scheme = SignatureSchemes.of(
                "{ scheme: ed25519, at: \"header:X-Sig\", encoding: base64, secretEncoding: base64 }");

        assertThat(SigningSystems.rejection(scheme, BODY, Map.of("X-Sig", OpenSslCommand.base64(keys.sign(BODY))), raw))
                .isEmpty();
    }
}
