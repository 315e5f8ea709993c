package io.truenorth.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class OidcTokensTest {
    private static final String ISSUER = "https://id.example";
    private static final OidcConfig CONFIG =
            new OidcConfig(ISSUER, "truenorth", URI.create(ISSUER + "/keys"), "roles", "email");

    private final ECKey key;
    private final OidcTokens tokens;

    OidcTokensTest() throws JOSEException {
        key = newKey("k1");
        tokens = new OidcTokens(CONFIG, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }

    @Test
    void aTokenOfTheProviderTellsWhoItIs() throws Exception {
        assertThat(tokens.personOf(signed(claims().build(), key)))
                .contains(new Person("ann@example.org", Role.ANALYST));
    }

    @Test
    void withoutANameItIsTheSubject() throws Exception {
        assertThat(tokens.personOf(signed(claims().claim("email", null).build(), key)))
                .contains(new Person("u-1", Role.ANALYST));
    }

    @Test
    void whatIsNotTheProvidersIsNotTaken() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(600));

        assertThat(List.of(
                        signed(claims().expirationTime(past).build(), key),
                        signed(claims().issuer("https://other.example").build(), key),
                        signed(claims().audience("other").build(), key),
                        signed(claims().expirationTime(null).build(), key),
                        signed(claims().claim("roles", List.of("boss")).build(), key),
                        signed(claims().claim("roles", null).build(), key),
                        signed(claims().build(), newKey("k1")),
                        new PlainJWT(claims().build()).serialize(),
                        withSharedSecret(),
                        "tn_guess"))
                .allSatisfy(token -> assertThat(tokens.personOf(token)).isEmpty());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("truenorth")
                .subject("u-1")
                .claim("email", "ann@example.org")
                .claim("roles", List.of("viewer", "analyst", "other"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static ECKey newKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    /** The public key is no secret: who signs with it as if it were must not get in. */
    private String withSharedSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        token.sign(new MACSigner(key.toPublicJWK().toJSONString()));
        return token.serialize();
    }
}
