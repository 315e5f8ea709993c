package io.truenorth.gateway;

import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with declared sources: a desk that signs what it calls us with, and a shop with a key. */
abstract class DeclaredSources {
    static final String SECRET = "a secret of the desk";
    static final TokenHash SHOP_KEY = TokenHash.of("shop", "shop-key");
    static final String DESK = """
            signature: { scheme: hmac, at: "header:X-Desk-Signature", algorithm: sha256, encoding: hex }
            secrets: [ "env:DESK_SECRET" ]
            allowed: { kinds: [ ticket_opened ] }
            events:
              - when: { /event: [ opened, closed ] }
                eventId: /id
                time: /at
                identities: [ { crm: /customer } ]
                channel: support
                kind: { lookup: /event, values: { opened: ticket_opened, closed: ticket_closed } }
                direction: in
            ignore:
              - when: { /event: ping }
                because: only says that it is there
            """;

    @TempDir
    private Path sources;

    GatewayUnderTest gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    void start(Map<String, String> documents, Map<String, String> variables) throws IOException {
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Files.writeString(sources.resolve(document.getKey() + ".yaml"), document.getValue());
        }
        Map<String, String> all = new HashMap<>(variables);
        all.put("TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString());
        all.put("DESK_SECRET", SECRET);
        gateway = GatewayUnderTest.started(all);
    }

    void startDesk() throws IOException {
        startDesk(DESK);
    }

    void startDesk(String document) throws IOException {
        start(Map.of("desk", document), Map.of());
    }

    static String ticket(String event, String id) {
        return "{\"event\": \"" + event + "\", \"id\": \"" + id
                + "\", \"at\": \"2026-03-01T11:00:00Z\", \"customer\": \"c-1\"}";
    }

    static String signatureOf(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> call(String body) {
        return gateway.send("POST", "/v1/sources/desk", body, "X-Desk-Signature", signatureOf(body));
    }
}
