package io.truenorth.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signatures by the command {@code openssl}, which shares no code with what is tested. */
public final class OpenSslCommand {

    private OpenSslCommand() {}

    /** A key pair in a file. */
    public record Keys(Path file) {
        /** The public key in PEM. */
        public String pem() {
            return text(run(new byte[0], "pkey", "-in", file.toString(), "-pubout"));
        }

        /** The public key as X.509, in DER. */
        public byte[] x509() {
            return run(new byte[0], "pkey", "-in", file.toString(), "-pubout", "-outform", "DER");
        }

        /** A signature over the hash of a text. */
        public byte[] sign(String hash, String text) {
            return run(bytes(text), "dgst", "-" + hash, "-sign", file.toString());
        }

        /** A signature over a text itself, as Ed25519 makes it. */
        public byte[] sign(String text) {
            try {
                Path input = Files.writeString(Files.createTempFile("signed", ".txt"), text);
                byte[] signature = run(
                        new byte[0], "pkeyutl", "-sign", "-inkey", file.toString(), "-rawin", "-in", input.toString());
                Files.delete(input);
                return signature;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A certificate of the year 2026, in PEM. */
        public byte[] certificate() {
            Path directory = file.resolveSibling(file.getFileName() + "-ca");
            try {
                Files.createDirectory(directory);
                Files.createFile(directory.resolve("index.txt"));
                Files.writeString(directory.resolve("ca.cnf"), """
                        [ca]
                        default_ca = own
                        [own]
                        database = %1$s/index.txt
                        new_certs_dir = %1$s
                        rand_serial = yes
                        default_md = sha256
                        policy = named
                        [named]
                        commonName = supplied
                        """.formatted(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String request = directory.resolve("request.pem").toString();
            String key = file.toString();
            run(new byte[0], "req", "-new", "-key", key, "-subj", "/CN=sns.amazonaws.com", "-out", request);
            return run(
                    new byte[0],
                    "ca",
                    "-batch",
                    "-selfsign",
                    "-notext",
                    "-keyfile",
                    key,
                    "-in",
                    request,
                    "-config",
                    directory.resolve("ca.cnf").toString(),
                    "-startdate",
                    "20260101000000Z",
                    "-enddate",
                    "20270101000000Z");
        }
    }

    public static Keys rsa(Path directory) {
        return keys(directory, "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
    }

    public static Keys ed25519(Path directory) {
        return keys(directory, "ED25519");
    }

    public static Keys ellipticCurve(Path directory) {
        return keys(directory, "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    private static Keys keys(Path directory, String algorithm, String... options) {
        Path file = directory.resolve(algorithm + System.nanoTime() + ".pem");
        List<String> arguments = new ArrayList<>(List.of("genpkey", "-algorithm", algorithm, "-out", file.toString()));
        arguments.addAll(List.of(options));
        run(new byte[0], arguments.toArray(String[]::new));
        return new Keys(file);
    }

    public static byte[] hmac(String hash, String key, String text) {
        String hex = HexFormat.of().formatHex(bytes(key));
        return run(bytes(text), "dgst", "-" + hash, "-mac", "HMAC", "-macopt", "hexkey:" + hex, "-binary");
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] run(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            }
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("openssl is needed here", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
