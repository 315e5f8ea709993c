package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users link and split identities; what is wrong with a request is told by its field. */
class IdentityRequestsTest {
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
        return gateway.send("POST", "/v1/identities/" + path, json.replace('\'', '"'), all);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLinkIsARecordOfItsIdentity() {
        HttpResponse<String> answer =
                post("link", "{'identity': 'crm:c-1', 'other': 'card:4711', 'requestId': 'ticket-17'}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"requestId\":\"ticket-17\"}");
        assertThat(gateway.identityRequests())
                .containsExactly(new IdentityRequest("ticket-17", "crm:c-1", "card:4711", "", NOW, null, null));
        assertThat(gateway.sentKeys()).containsExactly("crm:c-1");
    }

    @Test
    void aSplitNamesOneIdentityAndGetsAnIdIfItHasNone() {
        HttpResponse<String> answer = post("split", "{'identity': {'namespace': 'card', 'value': '4711'}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = json(answer).path("requestId").asText();
        assertThat(id).isNotEmpty();
        assertThat(gateway.identityRequests())
                .containsExactly(new IdentityRequest(id, "card:4711", null, "", NOW, null, null));
    }

    @Test
    void identitiesAreThoseOfEvents() {
        post(
                "link",
                "{'identity': 'email: Ann@Example.org', 'other': {'namespace': 'phone', 'value': '+41 79 123 45 67'}}");
        post("link", "{'identity': 'email:" + PSEUDONYM + "', 'other': 'crm:a:b'}");

        assertThat(gateway.identityRequests())
                .extracting(IdentityRequest::getIdentity)
                .containsExactly("email:" + PSEUDONYM, "email:" + PSEUDONYM);
        assertThat(gateway.identityRequests())
                .extracting(IdentityRequest::getOther)
                .containsExactly("phone:ded37b5a178067cec27873f583c1ba33", "crm:a:b");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            link  | {'other': 'crm:c-1'}                                            | /identity       | expected, but missing
            link  | {'identity': 'crm:c-1'}                                         | /other          | expected, but missing
            link  | {'identity': 'crm:c-1', 'other': 'crm:c-1'}                     | /other          | expected another identity than /identity, was the same
            link  | {'identity': 'email:ANN@example.org', 'other': {'namespace': 'email', 'value': 'ann@example.org'}} | /other | expected another identity than /identity, was the same
            link  | {'identity': 'c-1', 'other': 'crm:c-1'}                         | /identity       | expected namespace:value, such as crm:c-1, or an object with namespace and value, was a text without a colon
            link  | {'identity': 7, 'other': 'crm:c-1'}                             | /identity       | expected namespace:value, such as crm:c-1, or an object with namespace and value, was 7
            link  | {'identity': ['crm:c-1'], 'other': 'crm:c-1'}                   | /identity       | expected namespace:value, such as crm:c-1, or an object with namespace and value, was an array
            link  | {'identity': 'CRM:c-1', 'other': 'crm:c-1'}                     | /identity       | expected lower-case words joined by - or _, was "CRM"
            link  | {'identity': 'crm:', 'other': 'crm:c-1'}                        | /identity       | expected a text that is not empty, without space at its ends, was empty
            link  | {'identity': 'user:undefined', 'other': 'crm:c-1'}              | /identity       | expected the name of somebody in the namespace user, found a word for a missing value
            link  | {'identity': 'crm:c-1', 'other': {'namespace': 'email', 'value': 'test@test.com'}} | /other/value | expected the name of somebody in the namespace email, found an address for tests and examples
            link  | {'identity': 'crm:c-1', 'other': {'namespace': 'crm'}}          | /other/value    | expected, but missing
            link  | {'identity': 'crm:c-1', 'other': {'namespace': 'crm', 'value': 'c', 'x': 1}} | /other/x | unknown field
            link  | {'identity': 'crm:c-1', 'other': 'phone:079 123 45 67'}         | /other          | expected a phone number with its country, such as +41791234567; national ones need the source's region, or gateway.identities.region
            link  | {'identity': 'crm:c-1', 'other': 'card:1', 'request': 'r'}      | /request        | unknown field
            link  | {'identity': 'crm:c-1', 'other': 'card:1', 'requestId': ' r'}   | /requestId      | expected a text that is not empty, without space at its ends, was " r"
            split | {'identity': 'crm:c-1', 'other': 'card:1'}                      | /other          | unknown field
            split | []                                                              |                 | expected an object, was an array
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

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        assertThat(post("link", "identity=crm:c-1").statusCode()).isEqualTo(400);
        assertThat(gateway.send("POST", "/v1/identities/link", "{}", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void whoeverMayChangeIdentitiesHasATokenForIt() {
        gateway.close();
        gateway = GatewayUnderTest.started(Map.of(
                "TRUENORTH_GATEWAY_HTTP_TOKENS",
                        TokenHash.of("shop", "shop-token").toString(),
                "TRUENORTH_GATEWAY_IDENTITIES_TOKENS",
                        TokenHash.of("desk", "desk-token").toString()));
        String split = "{'identity': 'card:4711', 'requestId': 'r-1'}";

        assertThat(post("split", split).statusCode()).isEqualTo(401);
        assertThat(post("split", split, "Authorization", "Bearer other").statusCode())
                .isEqualTo(401);
        HttpResponse<String> bySender = post("split", split, "Authorization", "Bearer shop-token");
        assertThat(bySender.statusCode()).isEqualTo(403);
        assertThat(json(bySender).path("detail").asText())
                .isEqualTo("the token shop may not change identities; gateway.identities.tokens lists those that may");
        assertThat(gateway.producer.history()).isEmpty();

        assertThat(post("split", split, "Authorization", "Bearer desk-token").statusCode())
                .isEqualTo(202);
        assertThat(gateway.identityRequests())
                .containsExactly(new IdentityRequest("r-1", "card:4711", null, "desk", NOW, null, null));
    }

    @Test
    void aGatewayWithTokensForEventsAloneChangesNoIdentities() {
        gateway.close();
        gateway = GatewayUnderTest.started(Map.of(
                "TRUENORTH_GATEWAY_HTTP_TOKENS",
                TokenHash.of("shop", "shop-token").toString()));

        assertThat(post("split", "{'identity': 'card:4711'}").statusCode()).isEqualTo(401);
        assertThat(post("split", "{'identity': 'card:4711'}", "Authorization", "Bearer shop-token")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void noPageOfABrowserChangesIdentities() {
        HttpResponse<String> answer = post("split", "{'identity': 'card:4711'}", "Origin", "https://shop.example.org");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(gateway.producer.history()).isEmpty();
    }

    @Test
    void whileKafkaIsAwayTheRequestIsToBeSentAgain() {
        gateway.kafkaReachable.set(false);

        HttpResponse<String> answer = post("split", "{'identity': 'card:4711'}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
