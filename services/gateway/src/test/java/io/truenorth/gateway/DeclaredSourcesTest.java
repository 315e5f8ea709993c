package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredSourcesTest {
    private static final String SECRET = "a secret of the desk";
    private static final TokenHash SHOP_KEY = TokenHash.of("shop", "shop-key");
    private static final String DESK = """
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

    private GatewayUnderTest gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private void start(Map<String, String> documents, Map<String, String> variables) throws IOException {
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Files.writeString(sources.resolve(document.getKey() + ".yaml"), document.getValue());
        }
        Map<String, String> all = new HashMap<>(variables);
        all.put("TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString());
        all.put("DESK_SECRET", SECRET);
        gateway = GatewayUnderTest.started(all);
    }

    private void startDesk() throws IOException {
        startDesk(DESK);
    }

    private void startDesk(String document) throws IOException {
        start(Map.of("desk", document), Map.of());
    }

    private static String ticket(String event, String id) {
        return "{\"event\": \"" + event + "\", \"id\": \"" + id
                + "\", \"at\": \"2026-03-01T11:00:00Z\", \"customer\": \"c-1\"}";
    }

    private static String signatureOf(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> call(String body) {
        return gateway.send("POST", "/v1/sources/desk", body, "X-Desk-Signature", signatureOf(body));
    }

    @Test
    void whatASourceSendsBecomesTouchpointsThatSayWhereTheyComeFrom() throws IOException {
        startDesk();

        HttpResponse<String> answer = call(ticket("opened", "t-1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(gateway.sent()).singleElement().satisfies(touchpoint -> {
            assertThat(touchpoint.getKind()).isEqualTo("ticket_opened");
            assertThat(touchpoint.getSource()).isEqualTo("desk");
            assertThat(touchpoint.getEventId()).isEqualTo("t-1");
        });
        assertThat(gateway.count("gateway.source.events", "source", "desk", "outcome", "touchpoint"))
                .isEqualTo(1);
    }

    @Test
    void nothingComesInUnsignedOrForged() throws IOException {
        startDesk();
        String body = ticket("opened", "t-1");

        assertThat(gateway.send("POST", "/v1/sources/desk", body).statusCode()).isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/desk", body + " ", "X-Desk-Signature", signatureOf(body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/desk", body, "X-Desk-Signature", "zz")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/another", body).statusCode())
                .isEqualTo(404);
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.count("gateway.touchpoints.refused", "reason", "unknown-sender"))
                .isEqualTo(4);
    }

    @Test
    void whatIsIgnoredIsCountedAndNotStored() throws IOException {
        startDesk();

        assertThat(call("{\"event\": \"ping\"}").body()).contains("\"ignored\":1");

        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.count("gateway.source.events", "source", "desk", "outcome", "ignored"))
                .isEqualTo(1);
    }

    @Test
    void whatNoRuleCoversIsKeptAsItWasSent() throws IOException {
        startDesk();
        String body = "{\"event\":\"merged\",  \"id\":\"t-9\"}";

        assertThat(call(body).statusCode()).isEqualTo(200);
        assertThat(call("{\"event\": \"opened\", \"id\": \"t-1\", \"at\": \"yesterday\", \"customer\": \"c-1\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("no json").statusCode()).isEqualTo(200);

        List<ProducerRecord<byte[], byte[]>> failed = gateway.failed();
        assertThat(failed)
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("UNMAPPED", "INVALID_EVENT", "UNMAPPED");
        assertThat(failed)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .first()
                .isEqualTo(body);
        FailedTouchpoint time = FailedTouchpoint.read(failed.get(1).headers());
        assertThat(time.path()).isEqualTo("/at");
        assertThat(time.source()).isEqualTo("desk");
        assertThat(time.isFromGateway()).isTrue();
        assertThat(time.timestamp()).isEqualTo(GatewayUnderTest.NOW.toEpochMilli());
    }

    @Test
    void ofABatchOnlyWhatFailsIsKept() throws IOException {
        startDesk(DESK.replace("{ /event:", "{ /*/event:")
                .replaceAll("(eventId|time): /", "$1: /*/")
                .replace("/customer", "/*/customer")
                .replace("lookup: /event", "lookup: /*/event")
                .replace("- when", "- each: /*\n    when"));

        HttpResponse<String> answer =
                call("[" + ticket("opened", "t-1") + ", {\"event\": \"merged\"}, " + ticket("opened", "t-2") + "]");

        assertThat(answer.body()).contains("\"accepted\":2", "\"failed\":1");
        assertThat(gateway.sent()).extracting(Touchpoint::getEventId).containsExactly("t-1", "t-2");
        assertThat(gateway.failed())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("[{\"event\": \"merged\"}]");
    }

    @Test
    void aKindThatASourceMayNotSendIsKeptAside() throws IOException {
        startDesk();

        call(ticket("closed", "t-1"));

        assertThat(gateway.sent()).isEmpty();
        assertThat(gateway.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeBack() throws IOException {
        start(
                Map.of(
                        "shop",
                        "accepts: touchpoints\nkeys: [ \"" + SHOP_KEY + "\" ]\nlimit: { perSecond: 1, burst: 10 }\n"),
                Map.of());
        String[] key = {"Authorization", "Bearer shop-key", "Content-Type", "application/json"};
        String batch = IntStream.range(0, 100)
                .mapToObj(i -> GatewayUnderTest.event("eventId:\"e-" + i + "\""))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(gateway.send("POST", "/v1/touchpoints", batch, key).statusCode())
                .isEqualTo(202);
        HttpResponse<String> refused = gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event(), key);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 90L);
        assertThat(gateway.sent()).hasSize(100);
        assertThat(gateway.count("gateway.touchpoints.refused", "reason", "too-many"))
                .isEqualTo(1);
    }

    @Test
    void whatFailedIsReplayedByTheRulesOfToday() throws IOException {
        startDesk();
        String path = "/v1/replays/desk?failed=3-17&receivedAt=1772366400000";

        HttpResponse<String> stillFailing = gateway.send("POST", path, "{\"event\": \"merged\"}");
        HttpResponse<String> replayed = gateway.send("POST", path, ticket("opened", "t-7"));

        assertThat(stillFailing.statusCode()).isEqualTo(422);
        assertThat(stillFailing.body()).contains("UNMAPPED", "no rule of desk takes this");
        assertThat(gateway.failed()).isEmpty();
        assertThat(replayed.statusCode()).isEqualTo(202);
        Touchpoint touchpoint = gateway.sent().get(0);
        assertThat(touchpoint.getEventId()).isEqualTo("t-7");
        assertThat(touchpoint.getReceivedAt()).isEqualTo(1_772_366_400_000L);
        assertThat(gateway.producer
                        .history()
                        .get(0)
                        .headers()
                        .lastHeader("truenorth.replayed")
                        .value())
                .isEqualTo("3-17".getBytes(StandardCharsets.UTF_8));
        assertThat(gateway.send("POST", "/v1/replays/nobody?failed=3-17&receivedAt=1", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.send("POST", "/v1/replays/desk?failed=x&receivedAt=1", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyHoldersOfTheGatewaysTokensReplay() throws IOException {
        start(
                Map.of("desk", DESK),
                Map.of(
                        "TRUENORTH_GATEWAY_HTTP_TOKENS",
                        TokenHash.of("ops", "ops-token").toString()));
        String path = "/v1/replays/desk?failed=3-17&receivedAt=1772366400000";

        assertThat(gateway.send("POST", path, ticket("opened", "t-7")).statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", path, ticket("opened", "t-7"), "Authorization", "Bearer other")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.send("POST", path, ticket("opened", "t-7"), "Authorization", "Bearer ops-token")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aSourceOfNativeEventsSendsByItsKeyFromItsPages() throws IOException {
        start(
                Map.of(
                        "shop",
                        "accepts: touchpoints\nkeys: [ \"" + SHOP_KEY
                                + "\" ]\norigins: [ \"https://shop.example.org\" ]\nallowed: { channels: [ web ] }\n"),
                Map.of(
                        "TRUENORTH_GATEWAY_HTTP_TOKENS",
                        TokenHash.of("ops", "ops-token").toString()));
        String[] key = {"Authorization", "Bearer shop-key", "Content-Type", "application/json"};

        HttpResponse<String> sent = gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event(), key);
        HttpResponse<String> fromPage = gateway.send(
                "POST", "/v1/touchpoints", GatewayUnderTest.event(), with(key, "Origin", "https://shop.example.org"));
        HttpResponse<String> fromElsewhere = gateway.send(
                "POST", "/v1/touchpoints", GatewayUnderTest.event(), with(key, "Origin", "https://evil.example.org"));
        HttpResponse<String> elsewhere =
                gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event("channel:\"store\""), key);
        HttpResponse<String> asked =
                gateway.send("OPTIONS", "/v1/touchpoints", "", "Origin", "https://shop.example.org");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(fromPage.statusCode()).isEqualTo(202);
        assertThat(fromPage.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example.org");
        assertThat(fromElsewhere.statusCode()).isEqualTo(403);
        assertThat(fromElsewhere.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("may not send on the channel store");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).isPresent();
        assertThat(gateway.sent())
                .hasSize(2)
                .allSatisfy(touchpoint -> assertThat(touchpoint.getSource()).isEqualTo("shop"));
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    @Test
    void whoSendsNoNameAndPasswordBeforeItIsAskedIsAsked() throws IOException {
        String document =
                DESK.replaceAll("signature: .*", "signature: { scheme: basic }").replace("DESK_SECRET", "DESK_LOGIN");
        start(Map.of("desk", document), Map.of("DESK_LOGIN", "desk:word"));
        String credentials = Base64.getEncoder().encodeToString("desk:word".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> asked = gateway.send("POST", "/v1/sources/desk", ticket("opened", "t-1"));

        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.send(
                                "POST",
                                "/v1/sources/desk",
                                ticket("opened", "t-1"),
                                "Authorization",
                                "Basic " + credentials)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theChallengeOfMetaIsAnsweredToWhoKnowsASecret() throws IOException {
        startDesk();
        String path = "/v1/sources/desk?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        HttpResponse<String> known = gateway.send("GET", path + SECRET.replace(" ", "%20"), "");

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).isEqualTo("1158201444");
        assertThat(gateway.send("GET", path + "guessed", "").statusCode()).isEqualTo(401);
    }

    @Test
    void mistakesInDocumentsAreNamedBeforeTheStart() {
        assertThatThrownBy(() -> start(
                        Map.of(
                                "desk",
                                DESK.replace("kind:", "knd:"),
                                "unsigned",
                                DESK.replaceAll("signature: .*", "signature: { scheme: none }")
                                        .replaceAll("secrets: .*", "")),
                        Map.of(
                                "TRUENORTH_GATEWAY_HTTP_HOST",
                                "0.0.0.0",
                                "TRUENORTH_GATEWAY_HTTP_TOKENS",
                                TokenHash.of("ops", "ops-token").toString())))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("desk.yaml")
                .hasMessageContaining("knd")
                .hasMessageContaining("source unsigned: its signature's scheme is none");
    }

    @Test
    void aSecretThatIsNotThereIsNamedBeforeTheStart() {
        assertThatThrownBy(() -> start(Map.of("desk", DESK.replace("DESK_SECRET", "NO_SUCH_SECRET")), Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("source desk: secrets: the variable NO_SUCH_SECRET is not set");
    }
}
