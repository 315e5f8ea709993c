package io.truenorth.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** A provider on loopback that shows its keys and gives tokens. */
public final class OpenIdProvider implements AutoCloseable {
    public static final String ISSUER = "https://id.example";

    private final ECKey key = newKey();
    private final HttpServer server;

    public OpenIdProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = keys().toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where it shows its keys. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    JWKSet keys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** What a token says of Ann, ten minutes before it expires. */
    public static JWTClaimsSet.Builder ann(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("truenorth")
                .subject("u-1")
                .claim("email", "ann@example.org")
                .claim("email_verified", true)
                .claim("truenorth_role", List.of(roles))
                .expirationTime(inSeconds(600));
    }

    public static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    /** A token of Ann in one role. */
    public String tokenOfAnn(String role, Instant expires) {
        return token(ann(role).expirationTime(Date.from(expires)));
    }

    /** A token of this provider that does not say of what type it is. */
    public String token(JWTClaimsSet.Builder claims) {
        return signed(claims, key, Optional.empty());
    }

    /** A token of this provider with a type in its header. */
    public String token(String type, JWTClaimsSet.Builder claims) {
        return signed(claims, key, Optional.of(new JOSEObjectType(type)));
    }

    /** A token that says it is of this provider, signed by somebody else. */
    public static String forged(JWTClaimsSet.Builder claims) {
        return signed(claims, newKey(), Optional.empty());
    }

    private static String signed(JWTClaimsSet.Builder claims, ECKey key, Optional<JOSEObjectType> type) {
        try {
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
            type.ifPresent(header::type);
            SignedJWT token = new SignedJWT(header.build(), claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
