package io.truenorth.dashboard.access;

import io.truenorth.service.config.ConfigSection;
import java.net.URI;
import java.util.Optional;

/**
 * An OpenID provider whose tokens are accepted.
 *
 * @param issuer as the tokens name it
 * @param audience as the tokens name this service
 * @param keys where the provider's keys are (JWKS)
 * @param roleClaim the claim that has the role, or a list with it
 * @param nameClaim the claim with the name to show
 */
public record OidcConfig(String issuer, String audience, URI keys, String roleClaim, String nameClaim) {

    /** Reads the section {@code oidc}; nothing where it names no issuer. */
    static Optional<OidcConfig> read(ConfigSection section) {
        String issuer =
                section.text("issuer", "", "The issuer (`iss`) of the OpenID provider whose tokens are accepted.");
        String audience = named(section, "audience", "truenorth", "The audience (`aud`) that its tokens must have.");
        String keys = section.text("keys", "", "The URL of its JWKS document.");
        String role = named(
                section,
                "roleClaim",
                "truenorth_role",
                "The claim with the role, or with a list of roles: viewer, analyst, privacy or admin.");
        String name = named(
                section,
                "nameClaim",
                "email",
                "The claim with the name that the page shows; the subject if it is absent, or an e-mail address that"
                        + " is not verified.");
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
