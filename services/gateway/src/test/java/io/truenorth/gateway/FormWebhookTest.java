package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Webhooks that send forms, or whose payload is in the query. */
class FormWebhookTest extends DeclaredSources {
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
    private static final String OPEN = """
            signature: { scheme: none }
            events:
              - when: { /type: order }
                eventId: /id
                time: { iso: /at }
                identities: [ { crm: "/customer/number" } ]
                channel: { first: [ "query:channel", web ] }
                kind: purchase
                direction: in
            """;
    private static final String ORDER = "type=order&id=o-1&at=2026-03-01T11%3A00%3A00Z&customer%5Bnumber%5D=7";

    @Test
    void aFormBecomesAnEvent() throws IOException {
        startDesk(OPEN);

        HttpResponse<String> answer = gateway.send("POST", "/v1/sources/desk?channel=store", ORDER, FORM);

        assertThat(answer.body()).contains("\"accepted\":1", "\"failedRecords\":[]");
        assertThat(gateway.sent()).singleElement().satisfies(touchpoint -> {
            assertThat(touchpoint.getEventId()).isEqualTo("o-1");
            assertThat(touchpoint.getChannel()).isEqualTo("store");
        });
        assertThat(gateway.sentKeys()).containsExactly("crm:7");
    }

    /** As {@code curl -d} sends it. */
    @Test
    void jsonThatIsSentAsAFormIsJson() throws IOException {
        startDesk(OPEN);
        String order =
                "{\"type\":\"order\",\"id\":\"o-1\",\"at\":\"2026-03-01T11:00:00Z\",\"customer\":{\"number\":7}}";

        assertThat(gateway.send("POST", "/v1/sources/desk", " \n" + order, FORM).body())
                .contains("\"accepted\":1");
    }

    @Test
    void theBytesThatWereSignedAreThoseThatWereSent() throws IOException {
        startDesk(OPEN.replace(
                "{ scheme: none }",
                "{ scheme: hmac, at: \"header:X-Sig\", encoding: base64 }\nsecrets: [ \"env:DESK_SECRET\" ]"));
        String signature = OpenSslCommand.base64(OpenSslCommand.hmac("sha256", SECRET, ORDER));

        assertThat(gateway.send("POST", "/v1/sources/desk", ORDER, with("X-Sig", signature))
                        .body())
                .contains("\"accepted\":1");
        assertThat(gateway.send("POST", "/v1/sources/desk", ORDER + "&", with("X-Sig", signature))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormThatFailsIsKeptAsItWasSentAndReplayedWithItsContentType() throws IOException {
        startDesk(OPEN);
        String body = "--xx\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nreturn\r\n"
                + "--xx\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nZürich\r\n--xx--\r\n";
        String type = "multipart/form-data; boundary=xx";

        HttpResponse<String> answer =
                gateway.send("POST", "/v1/sources/desk?channel=app&x=y", body, "Content-Type", type);

        assertThat(answer.body()).contains("\"failed\":1", "\"failedRecords\":[\"0-0\"]");
        ProducerRecord<byte[], byte[]> failed = gateway.failed().get(0);
        assertThat(failed.value()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = FailedTouchpoint.requestHeaders(failed.headers());
        assertThat(headers).isEqualTo(Map.of("content-type", type, "truenorth-query", "channel=app"));
        String replay = "/v1/replays/desk?failed=0-0&receivedAt=1772366400000";
        String[] sent = {"Content-Type", type, "truenorth-query", "channel=app"};
        assertThat(gateway.send("POST", replay, body, sent).body()).contains("no rule of desk takes this");

        String repaired = body.replace("return", "order")
                .replace("name=\"note\"\r\n\r\nZürich", "name=\"customer[number]\"\r\n\r\n9")
                .replace(
                        "--xx--",
                        "--xx\r\nContent-Disposition: form-data; name=\"at\"\r\n\r\n2026-03-01T11:00:00Z\r\n--xx--");
        assertThat(gateway.send("POST", replay, repaired, sent).statusCode()).isEqualTo(202);
        assertThat(gateway.sent()).extracting(Touchpoint::getChannel).containsExactly("app");
    }

    @Test
    void aFormThatCannotBeReadIsKept() throws IOException {
        startDesk(OPEN);

        for (String body : List.of("a=%zz", "a=1&a[b]=2", "a=%FF")) {
            assertThat(gateway.send("POST", "/v1/sources/desk", body, FORM).body())
                    .contains("\"failed\":1");
        }
        assertThat(gateway.send("POST", "/v1/sources/desk", "x", "Content-Type", "multipart/form-data")
                        .body())
                .contains("\"failed\":1");

        assertThat(gateway.failed())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("a=%zz", "a=1&a[b]=2", "a=%FF", "x");
        assertThat(gateway.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).message())
                .last()
                .isEqualTo("expected a boundary in the content type of a multipart body");
    }

    @Test
    void thePayloadMayBeInTheQuery() throws IOException {
        startDesk("method: GET\n" + OPEN);

        assertThat(gateway.send("GET", "/v1/sources/desk?" + ORDER, "").body()).contains("\"accepted\":1");
        assertThat(gateway.send("GET", "/v1/sources/desk?type=return", "").body())
                .contains("\"failed\":1");
        assertThat(gateway.send("POST", "/v1/sources/desk", ORDER, FORM).statusCode())
                .isEqualTo(405);

        assertThat(gateway.sent()).hasSize(1);
        ProducerRecord<byte[], byte[]> failed = gateway.failed().get(0);
        assertThat(new String(failed.value(), StandardCharsets.UTF_8)).isEqualTo("type=return");
        assertThat(FailedTouchpoint.requestHeaders(failed.headers()))
                .containsEntry("content-type", "application/x-www-form-urlencoded");
    }

    @Test
    void aSourceOfPostsIsNotSentTo() throws IOException {
        startDesk(OPEN);

        HttpResponse<String> answer = gateway.send("GET", "/v1/sources/desk?" + ORDER, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(gateway.producer.history()).isEmpty();
    }

    @Test
    void handshakesAreAnsweredBeforeSignaturesAreVerified() throws IOException {
        startDesk("""
                handshake:
                  - method: GET
                  - { when: { /type: url_verification }, answer: /challenge }
                  - { present: [ /webhook_id ], absent: [ /type ] }
                  - { when: { /type: subscribe }, token: { at: /token }, answer: ok }
                """ + DESK);

        assertThat(gateway.send("GET", "/v1/sources/desk", "").statusCode()).isEqualTo(200);
        HttpResponse<String> slack =
                gateway.send("POST", "/v1/sources/desk", "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}");
        assertThat(slack.statusCode()).isEqualTo(200);
        assertThat(slack.body()).isEqualTo("3eZbrw1a");
        assertThat(slack.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(gateway.send("POST", "/v1/sources/desk", "webhook_id=7", FORM)
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.send("POST", "/v1/sources/desk", "{\"type\":\"subscribe\",\"token\":\"" + SECRET + "\"}")
                        .body())
                .isEqualTo("ok");
        assertThat(gateway.send("POST", "/v1/sources/desk", "{\"type\":\"subscribe\",\"token\":\"guessed\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/desk", "{\"type\":\"url_verification\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.send("POST", "/v1/sources/desk", "webhook_id=7&type=order", FORM)
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.producer.history()).isEmpty();
    }

    @Test
    void aHandshakeMayHaveASecretOfItsOwn() throws IOException {
        start(
                Map.of(
                        "desk",
                        "handshake: [ { method: GET, when: { query:mode: check }, token: { at: query:t, secrets: [ \"env:VERIFY\" ] } } ]\n"
                                + DESK),
                Map.of("VERIFY", "word"));

        assertThat(gateway.send("GET", "/v1/sources/desk?mode=check&t=word", "").statusCode())
                .isEqualTo(200);
        assertThat(gateway.send("GET", "/v1/sources/desk?mode=check&t=" + SECRET.replace(" ", "+"), "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyWhatIsStoredIsChargedToTheLimit() throws IOException {
        startDesk("limit: { perSecond: 1, burst: 2 }\n" + OPEN
                + "ignore: [ { when: { /type: ping }, because: says nothing } ]\n");

        for (int i = 0; i < 20; i++) {
            assertThat(gateway.send("POST", "/v1/sources/desk", "type=ping", FORM)
                            .statusCode())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 5; i++) {
            gateway.send("POST", "/v1/sources/desk", "type=return&i=" + i, FORM);
        }

        assertThat(gateway.send("POST", "/v1/sources/desk", "type=ping", FORM).statusCode())
                .isEqualTo(429);
        assertThat(gateway.failed()).hasSizeBetween(2, 4);
    }

    private static String[] with(String name, String value) {
        return new String[] {FORM[0], FORM[1], name, value};
    }
}
