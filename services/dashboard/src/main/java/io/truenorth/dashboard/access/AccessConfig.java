package io.truenorth.dashboard.access;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may use the dashboard.
 *
 * @param tokens of this service
 * @param oidc a provider of others
 */
public record AccessConfig(List<RoleToken> tokens, Optional<OidcConfig> oidc) {

    /** The tokens are copied. */
    public AccessConfig {
        tokens = List.copyOf(tokens);
    }

    /** Reads the section {@code access}. A server that is reachable beyond loopback must require tokens. */
    public static AccessConfig read(ConfigSection section, HttpConfig http) {
        List<RoleToken> tokens = new ArrayList<>();
        List<String> listed = section.texts(
                "tokens",
                List.of(),
                "Bearer tokens that may use the dashboard, each as `NAME:ROLE:SHA256`; roles are viewer, analyst,"
                        + " privacy and admin.");
        addAll(section, "tokens", listed, tokens);
        section.optionalText("tokenFile", "A file with one such token a line, at least one; # begins a comment.")
                .ifPresent(file -> addAll(section, "tokenFile", lines(section, file), tokens));
        ConfigSection oidc = section.section("oidc");
        AccessConfig config = new AccessConfig(tokens, OidcConfig.read(oidc));
        if (config.isOff()) {
            refuseNothing(section, "tokens");
            refuseNothing(section, "tokenFile");
            refuseNothing(oidc, "issuer");
        }
        if (config.isOff() && !http.isLoopback()) {
            section.reject(
                    "tokens",
                    "expected at least one token, a tokenFile or an oidc.issuer, as the host " + http.host()
                            + " can be reached from other machines");
        }
        return config;
    }

    /** A key that is set but empty is a mistake: every request would be an admin's. */
    private static void refuseNothing(ConfigSection section, String key) {
        if (section.isSet(key)) {
            section.reject(key, HttpConfig.NO_TOKEN);
        }
    }

    private static List<String> lines(ConfigSection section, String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file)).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                section.reject("tokenFile", "expected at least one token, but there is none in " + file);
            }
            return lines;
        } catch (IOException | InvalidPathException e) {
            section.reject("tokenFile", "cannot be read: " + file);
            return List.of();
        }
    }

    private static void addAll(ConfigSection section, String key, List<String> texts, List<RoleToken> tokens) {
        for (int i = 0; i < texts.size(); i++) {
            int number = i + 1;
            Optional<RoleToken> token = RoleToken.parse(texts.get(i));
            if (token.isEmpty()) {
                section.reject(key, "expected " + RoleToken.FORM + ", number " + number + " is none");
            } else if (token.get().hash().isOfNothing()) {
                section.reject(key, TokenHash.OF_NOTHING + ", number " + number + " is none");
            } else {
                tokens.add(token.get());
            }
        }
    }

    /** Whether no token is required, and every request from this machine is an admin's. */
    public boolean isOff() {
        return tokens.isEmpty() && oidc.isEmpty();
    }
}
