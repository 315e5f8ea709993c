package io.truenorth.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of an OpenID provider: signed with RS256 or ES256 by one of its keys, by that issuer, for this audience, not
 * expired, and with a role. They say that they are access tokens (RFC 9068) or a JWT, or nothing; what says that it is
 * something else is none.
 */
final class OidcTokens {
    /** What {@code typ} of the header may be; most providers write JWT or nothing. */
    private static final Set<@Nullable JOSEObjectType> TYPES = new HashSet<>(Arrays.asList(
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt"),
            JOSEObjectType.JWT,
            new JOSEObjectType("application/jwt"),
            null));

    /** How Keycloak (typ) and Cognito (token_use) name tokens that open nothing, in claims. */
    private static final Set<String> OTHER_USES = Set.of("id", "refresh", "offline", "logout");

    /** What ID tokens alone have, by OpenID Connect: the hashes of what they were given out with. */
    private static final List<String> OF_ID_TOKENS = List.of("at_hash", "c_hash");

    private static final String EMAIL = "email";
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
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(verifier);
    }

    /** The principal of a token; empty if the token is not valid or grants no role. */
    Optional<Principal> principalOf(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return isForAccess(claims) ? roleOf(claims).map(role -> principalOf(claims, role)) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** An ID token identifies a user to its client and grants no access. */
    private static boolean isForAccess(JWTClaimsSet claims) {
        boolean namesOtherUse = Stream.of("typ", "token_use")
                .map(claim -> String.valueOf(claims.getClaim(claim)).toLowerCase(Locale.ROOT))
                .anyMatch(OTHER_USES::contains);
        return !namesOtherUse && OF_ID_TOKENS.stream().allMatch(claim -> claims.getClaim(claim) == null);
    }

    private Principal principalOf(JWTClaimsSet claims, Role role) {
        return new Principal(
                claims.getSubject() + "@" + claims.getIssuer(),
                nameOf(claims),
                verifiedEmail(claims),
                role,
                Optional.of(endOf(claims)));
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

    /** An address that is not verified may belong to someone else. */
    private String nameOf(JWTClaimsSet claims) {
        Optional<String> name =
                config.nameClaim().equals(EMAIL) ? verifiedEmail(claims) : text(claims, config.nameClaim());
        return name.orElse(claims.getSubject());
    }

    private static Optional<String> verifiedEmail(JWTClaimsSet claims) {
        boolean verified = "true".equals(String.valueOf(claims.getClaim("email_verified")));
        return verified ? text(claims, EMAIL) : Optional.empty();
    }

    private static Optional<String> text(JWTClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
