package io.truenorth.dashboard.access;

import io.truenorth.service.http.TokenHash;
import java.util.Optional;

/**
 * An access token as it is stored, with what its holder may see.
 *
 * @param role of the holder
 * @param hash of the token, under the holder's name
 */
public record RoleToken(Role role, TokenHash hash) {
    static final String FORM =
            "NAME:ROLE:SHA256 with a role of viewer, analyst, privacy, admin and the hash in 64 hex digits";

    /** Reads {@code name:role:sha256}; empty if it is of another form. */
    static Optional<RoleToken> parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<TokenHash> hash = TokenHash.parse(parts[0] + ":" + parts[2]);
        return Role.of(parts[1]).flatMap(role -> hash.map(known -> new RoleToken(role, known)));
    }

    Principal principal() {
        return new Principal(hash.name(), role);
    }
}
