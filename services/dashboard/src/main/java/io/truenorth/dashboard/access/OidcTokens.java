package io.truenorth.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens of an OpenID provider: signed with RS256 or ES256 by one of its keys, by that issuer, for this audience, not
 * expired, and with a role.
 */
final class OidcTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final OidcConfig config;
    private final DefaultJWTClaimsVerifier<SecurityContext> verifier;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OidcTokens(OidcConfig config, JWKSource<SecurityContext> keys) {
        this.config = config;
        this.verifier = new DefaultJWTClaimsVerifier<>(
                config.audience(),
                new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                Set.of("sub", "exp"));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(verifier);
    }

    /** Whose token it is; nothing if it is not one of the provider's, or has no role here. */
    Optional<Person> personOf(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return roleOf(claims).map(role -> new Person(nameOf(claims), role, Optional.of(endOf(claims))));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** Clocks may differ: a token is taken for a little longer than it says. */
    private Instant endOf(JWTClaimsSet claims) {
        return claims.getExpirationTime().toInstant().plusSeconds(verifier.getMaxClockSkew());
    }

    /** The greatest of the roles that the claim has. */
    private Optional<Role> roleOf(JWTClaimsSet claims) {
        Object claim = claims.getClaim(config.roleClaim());
        Collection<?> words = claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
        return words.stream()
                .map(word -> Role.of(String.valueOf(word)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.covers(other) ? one : other);
    }

    private String nameOf(JWTClaimsSet claims) {
        Object name = claims.getClaim(config.nameClaim());
        return name instanceof String text && !text.isEmpty() ? text : claims.getSubject();
    }
}
