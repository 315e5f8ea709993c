package io.truenorth.dashboard.access;

import io.truenorth.service.config.ConfigSection;
import java.net.URI;
import java.util.Optional;

/**
 * An OpenID provider whose tokens are taken.
 *
 * @param issuer as the tokens name it
 * @param audience as the tokens name this service
 * @param keys where the provider's keys are (JWKS)
 * @param roleClaim the claim that has the role, or a list with it
 * @param nameClaim the claim that tells how they are called
 */
public record OidcConfig(String issuer, String audience, URI keys, String roleClaim, String nameClaim) {

    /** Reads the section {@code oidc}; nothing where it names no issuer. */
    static Optional<OidcConfig> read(ConfigSection section) {
        String issuer = section.text("issuer", "", "The OpenID provider whose tokens are taken, as they name it.");
        String audience = named(section, "audience", "truenorth", "How its tokens name this service.");
        String keys = section.text("keys", "", "Where its keys are: the URL of its JWKS document.");
        String role = named(
                section,
                "roleClaim",
                "truenorth_role",
                "The claim that has the role, or a list with it: viewer, analyst or admin.");
        String name = named(
                section,
                "nameClaim",
                "email",
                "The claim by which the page calls them; the subject where it is absent, or an address that is not verified.");
        if (issuer.isBlank()) {
            if (!keys.isBlank()) {
                section.reject("issuer", "expected, as keys are set: the provider as its tokens name it");
            }
            return Optional.empty();
        }
        if (!keys.matches("https?://.+")) {
            section.reject("keys", "expected the URL of a JWKS document, as an issuer is named, was '" + keys + "'");
            return Optional.empty();
        }
        return Optional.of(new OidcConfig(issuer, audience, URI.create(keys), role, name));
    }

    private static String named(ConfigSection section, String key, String usual, String meaning) {
        String text = section.text(key, usual, meaning);
        if (text.isBlank()) {
            section.reject(key, "expected a name such as " + usual + ", was empty");
        }
        return text;
    }
}
