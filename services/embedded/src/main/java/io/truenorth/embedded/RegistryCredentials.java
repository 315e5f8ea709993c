package io.truenorth.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for writing to a registry, generated for each run. They are stored in a file that only the owner of the
 * registry's directory can read, and are never part of an address, a command line or a log.
 */
final class RegistryCredentials {
    static final String USER = "truenorth";

    private static final String FILE = "client.properties";
    private static final int SECRET_BYTES = 32;

    private final String password;

    private RegistryCredentials(String password) {
        this.password = password;
    }

    static RegistryCredentials random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new RegistryCredentials(HexFormat.of().formatHex(secret));
    }

    String password() {
        return password;
    }

    /** The value of the header {@code Authorization}. */
    String authorization() {
        byte[] pair = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Whether the value of such a header is correct. Compares in constant time. */
    boolean match(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization().getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** The settings that Confluent's client needs, by its names. */
    Map<String, String> clientProperties() {
        return Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", USER + ":" + password);
    }

    /** Writes them to a file for other processes of this user. */
    void writeTo(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        PrivateFiles.create(file);
        StringBuilder text = new StringBuilder("# Properties of a Confluent client for writing to this registry.\n");
        clientProperties()
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        Files.writeString(file, text);
    }

    /** The credentials of the registry that runs in a directory; empty if none does. */
    static Map<String, String> clientPropertiesIn(Path directory) {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(directory.resolve(FILE))) {
            read.load(in);
        } catch (IOException noneRuns) {
            return Map.of();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        read.forEach((name, value) -> properties.put(String.valueOf(name), String.valueOf(value)));
        return properties;
    }

    static void withdraw(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }
}
