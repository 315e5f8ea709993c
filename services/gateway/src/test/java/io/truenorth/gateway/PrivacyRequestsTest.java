package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users have customers erased and set consent; what is wrong with a request is told by its field. */
class PrivacyRequestsTest {
    private static final long NOW = GatewayUnderTest.NOW.toEpochMilli();

    /** HMAC-SHA-256 of {@code email:ann@example.org} under the key of the test, its first 16 bytes. */
    private static final String PSEUDONYM = "3b89494612bb32bf44b3e059228e284e";

    private GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private HttpResponse<String> post(String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return gateway.send("POST", "/v1/privacy/" + path, json.replace('\'', '"'), all);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IdentityRequest erasure(String id, String identity, LaterEvents laterEvents) {
        return new IdentityRequest(id, identity, null, "", NOW, new Erasure(laterEvents), null);
    }

    private static IdentityRequest consent(String id, String identity, Consent consent) {
        return new IdentityRequest(id, identity, null, "", NOW, null, consent);
    }

    @Test
    void anErasureIsARecordOfItsIdentity() {
        HttpResponse<String> answer =
                post("erase", "{'identity': 'crm:c-1', 'laterEvents': 'drop', 'requestId': 'dsr-7'}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"requestId\":\"dsr-7\"}");
        assertThat(gateway.identityRequests()).containsExactly(erasure("dsr-7", "crm:c-1", LaterEvents.DROP));
        assertThat(gateway.sentKeys()).containsExactly("crm:c-1");
    }

    @Test
    void laterEventsBeginAnewUnlessTheyAreToBeDroppedAndARequestGetsAnIdIfItHasNone() {
        HttpResponse<String> answer = post("erase", "{'identity': {'namespace': 'email', 'value': 'Ann@Example.org'}}");
        post("erase", "{'identity': 'email:" + PSEUDONYM + "', 'laterEvents': 'begin_anew', 'requestId': 'dsr-8'}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = json(answer).path("requestId").asText();
        assertThat(id).isNotEmpty();
        assertThat(gateway.identityRequests())
                .containsExactly(
                        erasure(id, "email:" + PSEUDONYM, LaterEvents.BEGIN_ANEW),
                        erasure("dsr-8", "email:" + PSEUDONYM, LaterEvents.BEGIN_ANEW));
    }

    @Test
    void consentIsForOnePurposeOrBoth() {
        post("consent", "{'identity': 'crm:c-1', 'scoring': false, 'requestId': 'c-1'}");
        post("consent", "{'identity': 'crm:c-1', 'activation': true, 'requestId': 'c-2'}");
        post("consent", "{'identity': 'crm:c-1', 'scoring': true, 'activation': false, 'requestId': 'c-3'}");

        assertThat(gateway.identityRequests())
                .containsExactly(
                        consent("c-1", "crm:c-1", new Consent(false, null)),
                        consent("c-2", "crm:c-1", new Consent(null, true)),
                        consent("c-3", "crm:c-1", new Consent(true, false)));
    }

    @Test
    void whoseNamespaceIsCalledAsObjectsAreSendsAnObject() {
        HttpResponse<String> answer =
                post("erase", "{'identity': {'namespace': 'ticket', 'value': '88'}, 'requestId': 'r'}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(gateway.identityRequests()).containsExactly(erasure("r", "ticket:88", LaterEvents.BEGIN_ANEW));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            erase   | {}                                                   | /identity    | expected, but missing
            erase   | []                                                   |              | expected an object, was an array
            erase   | {'identity': 'c-1'}                                  | /identity    | expected namespace:value, such as crm:c-1, or an object with namespace and value, was a text without a colon
            erase   | {'identity': 'user:undefined'}                       | /identity    | expected the name of somebody in the namespace user, found a word for a missing value
            erase   | {'identity': {'namespace': 'email', 'value': 'test@test.com'}} | /identity/value | expected the name of somebody in the namespace email, found an address for tests and examples
            erase   | {'identity': 'order:1017'}                           | /identity    | expected an identity of a person, was a reference
            erase   | {'identity': {'type': 'order', 'id': '1017'}}        | /identity    | expected an identity of a person, was a reference
            erase   | {'identity': 'crm:c-1', 'laterEvents': 'forget'}     | /laterEvents | expected begin_anew or drop, was "forget"
            erase   | {'identity': 'crm:c-1', 'laterEvents': true}         | /laterEvents | expected a text, was true
            erase   | {'identity': 'crm:c-1', 'scoring': true}             | /scoring     | unknown field
            erase   | {'identity': 'crm:c-1', 'requestId': ' r'}           | /requestId   | expected a text that is not empty, without space at its ends, was " r"
            consent | {'scoring': true}                                    | /identity    | expected, but missing
            consent | {'identity': 'crm:c-1'}                              | /scoring     | expected scoring, activation or both, each true or false, were none
            consent | {'identity': 'crm:c-1', 'scoring': null}             | /scoring     | expected scoring, activation or both, each true or false, were none
            consent | {'identity': 'crm:c-1', 'scoring': 'yes'}            | /scoring     | expected true or false, was "yes"
            consent | {'identity': 'crm:c-1', 'activation': 1}             | /activation  | expected true or false, was 1
            consent | {'identity': 'crm:c-1', 'scoring': true, 'activatoin': true} | /activatoin | unknown field, did you mean activation?
            consent | {'identity': 'ticket:88', 'scoring': true}           | /identity    | expected an identity of a person, was a reference
            """)
    void whatIsWrongIsToldByItsFieldAndChangesNothing(String action, String body, String path, String message) {
        HttpResponse<String> answer = post(action, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode error = json(answer).path("errors").get(0);
        assertThat(error.path("path").asText()).isEqualTo(path == null ? "" : path);
        assertThat(error.path("message").asText()).startsWith(message);
        assertThat(json(answer).path("detail").asText()).contains(message);
        assertThat(gateway.producer.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase", "consent"})
    void anIdOfARequestHasALimit(String action) {
        String tooLong = "r".repeat(300);

        HttpResponse<String> answer = post(action, "{'identity': 'crm:c-1', 'requestId': '" + tooLong + "'}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/requestId", "256 characters");
        assertThat(gateway.producer.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase", "consent"})
    void whoeverMayDoSoHasATokenForIt(String action) {
        gateway.close();
        gateway = GatewayUnderTest.started(Map.of(
                "TRUENORTH_GATEWAY_HTTP_TOKENS",
                        TokenHash.of("shop", "shop-token").toString(),
                "TRUENORTH_GATEWAY_IDENTITIES_TOKENS",
                        TokenHash.of("desk", "desk-token").toString(),
                "TRUENORTH_GATEWAY_PRIVACY_TOKENS",
                        TokenHash.of("officer", "officer-token").toString()));
        String body = action.equals("erase")
                ? "{'identity': 'card:4711', 'requestId': 'r-1'}"
                : "{'identity': 'card:4711', 'scoring': false, 'requestId': 'r-1'}";

        assertThat(post(action, body).statusCode()).isEqualTo(401);
        assertThat(post(action, body, "Authorization", "Bearer other").statusCode())
                .isEqualTo(401);
        for (String holder : List.of("shop", "desk")) {
            HttpResponse<String> refused = post(action, body, "Authorization", "Bearer " + holder + "-token");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).path("detail").asText())
                    .isEqualTo("the token " + holder + " may not erase customers or set consent; gateway.privacy.tokens"
                            + " lists those that may");
        }
        assertThat(post(action, body, "Origin", "https://shop.example.org", "Authorization", "Bearer officer-token")
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.producer.history()).isEmpty();

        assertThat(post(action, body, "Authorization", "Bearer officer-token").statusCode())
                .isEqualTo(202);
        assertThat(gateway.identityRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.getRequestedBy()).isEqualTo("officer"));
        assertThat(gateway.send(
                                "POST",
                                "/v1/identities/split",
                                "{\"identity\": \"card:4711\"}",
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Bearer officer-token")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whileKafkaIsAwayTheRequestIsToBeSentAgain() {
        gateway.kafkaReachable.set(false);

        HttpResponse<String> answer = post("erase", "{'identity': 'card:4711'}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theRequestsOfTheDocumentAreTaken() throws IOException {
        String page = Files.readString(Path.of("../../docs/gateway.md"));
        List<MatchResult> sent = Pattern.compile("/v1/privacy/(\\w+) .*?-d '(\\{.*?\\})'\n", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList();

        assertThat(sent)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(request -> assertThat(
                                post(request.group(1), request.group(2)).statusCode())
                        .isEqualTo(202));
        assertThat(gateway.identityRequests()).anyMatch(request -> request.getErasure() != null);
        assertThat(gateway.identityRequests()).anyMatch(request -> request.getConsent() != null);
    }
}
