package io.truenorth.dashboard.access;

import static io.truenorth.dashboard.access.OpenIdProvider.ISSUER;
import static io.truenorth.dashboard.access.OpenIdProvider.ann;
import static io.truenorth.dashboard.access.OpenIdProvider.inSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcTokensTest {
    private static final OidcConfig CONFIG =
            new OidcConfig(ISSUER, "truenorth", URI.create(ISSUER + "/keys"), "truenorth_role", "email");

    private final OpenIdProvider provider = new OpenIdProvider();
    private final OidcTokens tokens = new OidcTokens(CONFIG, new ImmutableJWKSet<>(provider.keys()));

    OidcTokensTest() throws IOException {}

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTokenOfTheProviderTellsWhoItIs() {
        Instant expiry = Instant.parse("2100-01-01T00:00:00Z");

        assertThat(tokens.principalOf(
                        provider.token(ann("viewer", "analyst", "other").expirationTime(Date.from(expiry)))))
                .as("taken a minute longer, as clocks differ")
                .contains(new Principal(
                        "u-1@" + ISSUER,
                        "ann@example.org",
                        Optional.of("ann@example.org"),
                        Role.ANALYST,
                        Optional.of(expiry.plusSeconds(60))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "JWT", "jwt", "application/jwt"})
    void accessTokensSayThatTheyAreSomeOrThatTheyAreAJwt(String type) {
        assertThat(tokens.principalOf(provider.token(type, ann("viewer")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", "at", "JOSE", "jwt+at"})
    void whatSaysThatItIsSomethingElseIsNone(String type) {
        assertThat(tokens.principalOf(provider.token(type, ann("viewer")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"typ,ID", "typ,Refresh", "typ,Offline", "typ,Logout", "token_use,id", "at_hash,abc", "c_hash,abc"})
    void aTokenThatTellsAClientWhoSomebodyIsGivesNoAccess(String claim, String value) {
        assertThat(tokens.principalOf(provider.token("JWT", ann("viewer").claim(claim, value))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"typ,Bearer", "token_use,access", "nonce,n-1", "azp,page", "client_id,page"})
    void whatAccessTokensOfProvidersHaveBesideIsNoHindrance(String claim, String value) {
        assertThat(tokens.principalOf(provider.token("JWT", ann("viewer").claim(claim, value))))
                .isPresent();
    }

    @Test
    void anAddressThatNobodyVerifiedNamesNobody() {
        for (Object unverified : new Object[] {false, "false", "yes", 1, List.of(true)}) {
            assertThat(tokens.principalOf(provider.token(ann("viewer").claim("email_verified", unverified))))
                    .map(principal -> principal.name() + " " + principal.email())
                    .contains("u-1 Optional.empty");
        }
        assertThat(tokens.principalOf(provider.token(ann("viewer").claim("email_verified", null))))
                .map(Principal::name)
                .contains("u-1");
        assertThat(tokens.principalOf(provider.token(ann("viewer").claim("email_verified", "true"))))
                .as("some providers write it as a text")
                .map(Principal::name)
                .contains("ann@example.org");
    }

    @Test
    void withoutANameItIsTheSubject() {
        assertThat(tokens.principalOf(provider.token(ann("viewer").claim("email", null))))
                .map(Principal::name)
                .contains("u-1");
    }

    @Test
    void oneRoleNeedsNoList() {
        assertThat(tokens.principalOf(provider.token(ann().claim("truenorth_role", "admin"))))
                .map(Principal::role)
                .contains(Role.ADMIN);
    }

    @Test
    void whatIsNotTheProvidersIsNotTaken() throws Exception {
        assertThat(List.of(
                        provider.token(ann("analyst").expirationTime(inSeconds(-600))),
                        provider.token(ann("analyst").notBeforeTime(inSeconds(600))),
                        provider.token(ann("analyst").issuer("https://other.example")),
                        provider.token(ann("analyst").audience("other")),
                        provider.token(ann("analyst").expirationTime(null)),
                        provider.token(ann("boss")),
                        provider.token(ann().claim("truenorth_role", null)),
                        OpenIdProvider.forged(ann("analyst")),
                        new PlainJWT(ann("analyst").build()).serialize(),
                        withSharedSecret(),
                        "tn_guess"))
                .allSatisfy(token -> assertThat(tokens.principalOf(token)).isEmpty());
    }

    /** The public key is no secret: who signs with it as if it were must not get in. */
    private String withSharedSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                ann("analyst").build());
        token.sign(new MACSigner(provider.keys().getKeys().get(0).toJSONString()));
        return token.serialize();
    }
}
