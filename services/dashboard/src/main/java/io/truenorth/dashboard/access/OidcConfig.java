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
 * @param nameClaim the claim that tells who it is
 */
public record OidcConfig(String issuer, String audience, URI keys, String roleClaim, String nameClaim) {

    /** Reads the section {@code oidc}; nothing where it names no issuer. */
    static Optional<OidcConfig> read(ConfigSection section) {
        String issuer = section.text("issuer", "", "The OpenID provider whose tokens are taken, as they name it.");
        String audience = section.text("audience", "truenorth", "How its tokens name this service.");
        String keys = section.text("keys", "", "Where its keys are: the URL of its JWKS document.");
        String role = section.text(
                "roleClaim",
                "truenorth_role",
                "The claim that has the role, or a list with it: viewer, analyst or admin.");
        String name =
                section.text("nameClaim", "email", "The claim that tells who it is; the subject where it is absent.");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        if (!keys.matches("https?://.+")) {
            section.refuse("keys", "expected the URL of a JWKS document, as an issuer is named, was '" + keys + "'");
            return Optional.empty();
        }
        return Optional.of(new OidcConfig(issuer, audience, URI.create(keys), role, name));
    }
}
