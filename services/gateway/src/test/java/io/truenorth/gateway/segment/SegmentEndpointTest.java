package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.EndpointUnderTest;
import io.truenorth.gateway.event.KindNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentEndpointTest {

    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString((EndpointUnderTest.KEY + ":").getBytes(StandardCharsets.UTF_8));

    private final EndpointUnderTest gateway = new EndpointUnderTest(
            new SegmentTranslation("store", new KindNames(Map.of()), Optional.empty(), ConsentCategories.usual()),
            SegmentEndpoint::new);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "track, order_shipped",
        "identify, profile_updated",
        "page, page_viewed",
        "screen, screen_viewed",
        "group, group_joined",
        "alias, identity_linked"
    })
    void everyCallHasAnEndpoint(String call, String kind) {
        HttpResponse<String> answer = post("/v1/" + call, """
                {"userId": "u-1", "event": "Order Shipped", "groupId": "g-1", "previousId": "p-1"}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(gateway.touchpoints()).extracting(Touchpoint::getKind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({"t, track", "i, identify", "p, page", "s, screen", "g, group", "a, alias"})
    void theFirstLetterOfACallIsAnsweredLikeTheCall(String letter, String call) {
        String message = """
                {"userId": "u-1", "event": "Order Shipped", "groupId": "g-1", "previousId": "p-1", "messageId": "m-1",
                 "timestamp": "2026-03-01T11:00:00Z", "sentAt": "2026-03-01T11:30:00Z", "writeKey": "shop-key"}""";
        for (String body :
                List.of(message, message.replace("u-1", ""), "[]", "{", message.replace("shop-key", "other"))) {
            HttpResponse<String> called = post("/v1/" + call, body, "Content-Type", "application/json");
            HttpResponse<String> inShort = post("/v1/" + letter, body, "Content-Type", "text/plain");

            assertThat(inShort.statusCode()).isEqualTo(called.statusCode());
            assertThat(inShort.body()).isEqualTo(called.body());
        }

        assertThat(gateway.touchpoints())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(touch ->
                        assertThat(touch).isEqualTo(gateway.touchpoints().get(0)));
    }

    @Test
    void whatAPageSendsWhenItIsClosedHasItsKeyInTheQueryOrTheBody() {
        String batch = "{\"batch\": [{\"type\": \"page\", \"anonymousId\": \"a-1\", \"channel\": \"web\"}]%s}";
        String[] beacon = {"Origin", EndpointUnderTest.ORIGIN, "Content-Type", "text/plain;charset=UTF-8"};

        assertThat(post("/beacon/v1/batch?writeKey=shop-key", batch.formatted(""), beacon)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/b", batch.formatted(", \"writeKey\": \"shop-key\""), beacon)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/beacon/v1/batch?writeKey=other", batch.formatted(""), beacon)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/v1/b?writeKey=shop-key", batch.formatted(""), beacon).statusCode())
                .as("the query is for beacons alone, as it stands in logs")
                .isEqualTo(401);
        assertThat(gateway.touchpoints()).hasSize(2);
    }

    @Test
    void aBatchOfOneThatNoReaderTakesCostsTheOthersNothing() {
        HttpResponse<String> answer = post("/v1/b", """
                {"batch": [{"type": "page", "userId": "u-1", "timestamp": "+999999999-01-01T00:00:00Z"},
                   {"type": "page", "userId": "u-2"}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(1);
        assertThat(gateway.failed()).singleElement().asString().startsWith("/timestamp expected a time");
    }

    @Test
    void aMessageWithAMemberThatIsGivenTwiceIsStoredAsFailed() {
        String sent = "{\"userId\": \"u-1\", \"userId\": \"u-2\", \"writeKey\": \"shop-key\"}";

        assertThat(post("/v1/page", sent).statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints()).isEmpty();
        assertThat(gateway.failed()).containsExactly("/userId expected every field once, was given twice: " + sent);
    }

    @Test
    void aMessageThatNobodyCanReadCostsTheOthersNothing() {
        String deep =
                "{\"type\": \"page\", \"userId\": \"u-1\", \"properties\": " + "[".repeat(450) + "]".repeat(450) + "}";
        HttpResponse<String> answer =
                post("/v1/b", "{\"batch\": [null, 7, {}, " + deep + ", {\"type\": \"page\", \"userId\": \"u-2\"}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(2);
        assertThat(gateway.failed()).hasSize(3);
    }

    @Test
    void theLibraryLearnsThatThereAreNoFurtherDestinations() {
        HttpResponse<String> settings = get(
                "/v1/projects/shop-key/settings",
                "Origin",
                EndpointUnderTest.ORIGIN,
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "cors");

        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.headers().firstValue("Access-Control-Allow-Origin")).contains(EndpointUnderTest.ORIGIN);
        assertThat(settings.body()).contains("\"Segment.io\":{\"apiKey\":\"shop-key\"}", "\"sampleRate\":0");
        assertThat(get("/v1/projects/other/settings").statusCode()).isEqualTo(401);
        assertThat(get("/v1/projects/shop-key/settings", "Origin", "https://elsewhere.example.org")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theLibrarysMetricsOfItselfAreTakenAndDropped() {
        HttpResponse<String> answer =
                post("/v1/m", "{\"series\": [{\"type\": \"Counter\"}]}", "Content-Type", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints()).isEmpty();
        assertThat(gateway.failed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/v1/batch", "/v1/b", "/v1/import", "/v1/import/"})
    void aBatchIsManyMessagesWithOneTimeOfSending(String path) {
        HttpResponse<String> answer = post(path, """
                {"batch": [
                   {"type": "page", "userId": "u-1", "messageId": "m-1", "timestamp": "2026-03-01T09:59:00Z"},
                   {"type": "dance", "userId": "u-1"},
                   {"type": "page", "userId": "u-2", "messageId": "m-2", "timestamp": "2026-03-01T09:58:00Z"}],
                 "sentAt": "2026-03-01T10:00:00Z", "context": {}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints())
                .extracting(touch -> touch.getEventId() + " " + Instant.ofEpochMilli(touch.getOccurredAt()))
                .containsExactly("m-1 2026-03-01T11:59:00Z", "m-2 2026-03-01T11:58:00Z");
        assertThat(gateway.failed())
                .containsExactly("/type expected track, identify, page, screen, group or alias: "
                        + "{\"type\": \"dance\", \"userId\": \"u-1\"}");
    }

    @Test
    void whatALibraryAddsToTheAddressCostsNoMessage() {
        assertThat(post("/v1/page?sentAt=1&_=2", "{\"userId\": \"u-1\"}").statusCode())
                .isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(1);
    }

    @Test
    void theWriteKeyMayStandInTheBody() {
        String message = "{\"userId\": \"u-1\", \"writeKey\": \"%s\"}";

        assertThat(post("/v1/page", message.formatted("shop-key"), "X-Any", "1").statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/page", message.formatted("other"), "X-Any", "1").statusCode())
                .isEqualTo(401);
        assertThat(post("/v1/batch", "{\"batch\": [], \"writeKey\": \"shop-key\"}", "X-Any", "1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(1);
    }

    @Test
    void aBodyMayBePacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"userId\": \"u-1\"}".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer =
                gateway.post("/v1/page", packed.toByteArray(), "Authorization", BASIC, "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(1);
    }

    @Test
    void aBrowserMaySendFromThePagesOfTheSource() {
        HttpResponse<String> allowed =
                gateway.send(HttpRequest.newBuilder(gateway.uri().resolve("/v1/track"))
                        .header("Origin", EndpointUnderTest.ORIGIN)
                        .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(EndpointUnderTest.ORIGIN);

        String message = "{\"userId\": \"u-1\", \"writeKey\": \"shop-key\"}";
        assertThat(post("/v1/page", message, "Origin", EndpointUnderTest.ORIGIN, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/page", message, "Origin", "https://elsewhere.example.org")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/t            | authorization,content-type,x-retry-count",
                "/v1/track        | anonymousid,authorization,content-type,rsa-retry-attempt,rsa-retry-reason,sentat",
                "/v1/b            | authorization, content-type, x-of-the-page",
                "/beacon/v1/batch | content-type"
            })
    void aPageMaySendWhatHeadersItsLibraryHas(String path, String headers) {
        HttpResponse<String> allowed = preflight(path, headers);

        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers")).contains(headers);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, POST");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(EndpointUnderTest.ORIGIN);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(allowed.headers().allValues("Vary")).containsExactly("Origin, Access-Control-Request-Headers");
    }

    @Test
    void whatIsNoListOfHeadersIsNotRepeated() {
        assertThat(preflight("/v1/t", "x: y; z").headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type, Content-Encoding");
    }

    @Test
    void aMessageHas32KilobytesAndABatch512() {
        String largest = "{\"type\": \"page\", \"userId\": \"u-1\", \"x\": \"\"}";
        String full = largest.replace("\"\"", "\"" + "é".repeat((32 * 1024 - largest.length()) / 2) + "\"");
        String over = full.replace("\"u-1\"", "\"user-1\"");

        assertThat(post("/v1/page", full).statusCode()).isEqualTo(200);
        assertThat(post("/v1/page", over).statusCode()).isEqualTo(400);
        assertThat(post("/v1/batch", "{\"batch\": [" + full + "," + over + "]}").statusCode())
                .isEqualTo(200);
        assertThat(gateway.touchpoints()).hasSize(2);
        assertThat(gateway.failed()).singleElement().asString().startsWith(" expected a message of up to 32 KB");

        String many = "{\"batch\": [" + (full + ",").repeat(16) + full + "]}";
        assertThat(post("/v1/batch", many).statusCode()).isEqualTo(400);
        assertThat(gateway.touchpoints()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/v1/track | {'userId': ",
                "/v1/track | []",
                "/v1/batch | []",
                "/v1/batch | {'messages': []}",
                "/v1/batch | {'batch': {}}",
                "/v1/batch | {'batch': [{'type': 'page'}"
            })
    void whatIsNoJsonOfTheApiIsABadRequest(String path, String body) {
        HttpResponse<String> answer = post(path, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected");
        assertThat(gateway.touchpoints()).isEmpty();
        assertThat(gateway.failed()).isEmpty();
    }

    @Test
    void whileKafkaIsAwayItIsTheSendersToTryAgain() {
        gateway.kafkaReachable.set(false);
        HttpResponse<String> answer = post("/v1/page", "{\"userId\": \"u-1\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri().resolve(path)).GET();
        return gateway.send(headers.length > 0 ? request.headers(headers) : request);
    }

    private HttpResponse<String> preflight(String path, String headers) {
        return gateway.send(HttpRequest.newBuilder(gateway.uri().resolve(path))
                .header("Origin", EndpointUnderTest.ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        String[] sent = headers.length > 0 ? headers : new String[] {"Authorization", BASIC};
        return gateway.post(path, body.getBytes(StandardCharsets.UTF_8), sent);
    }
}
