package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceKeysTest extends DeclaredSources {
    private static final String[] KEY = {"Authorization", "Bearer shop-key", "Content-Type", "application/json"};

    @Test
    void aSourceBeyondItsRateLimitIsToldWhenToRetry() throws IOException {
        startWithLimit();

        assertThat(gateway.send("POST", "/v1/touchpoints", batch(), KEY).statusCode())
                .isEqualTo(202);
        HttpResponse<String> refused = gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event(), KEY);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 90L);
        assertThat(gateway.sent()).hasSize(100);
        assertThat(gateway.count("gateway.touchpoints.refused", "reason", "too-many"))
                .isEqualTo(1);
    }

    @Test
    void retriesDuringAnOutageDoNotUseUpTheRateLimit() throws IOException {
        startWithLimit();
        gateway.kafkaReachable.set(false);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(gateway.send("POST", "/v1/touchpoints", batch(), KEY).statusCode())
                    .isEqualTo(503);
        }

        gateway.kafkaReachable.set(true);

        assertThat(gateway.send("POST", "/v1/touchpoints", batch(), KEY).statusCode())
                .isEqualTo(202);
        assertThat(gateway.send("POST", "/v1/touchpoints", batch(), KEY).statusCode())
                .isEqualTo(429);
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

        HttpResponse<String> sent = gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event(), KEY);
        HttpResponse<String> fromPage = gateway.send(
                "POST", "/v1/touchpoints", GatewayUnderTest.event(), with(KEY, "Origin", "https://shop.example.org"));
        HttpResponse<String> fromElsewhere = gateway.send(
                "POST", "/v1/touchpoints", GatewayUnderTest.event(), with(KEY, "Origin", "https://evil.example.org"));
        HttpResponse<String> elsewhere =
                gateway.send("POST", "/v1/touchpoints", GatewayUnderTest.event("channel:\"store\""), KEY);
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

    private void startWithLimit() throws IOException {
        start(
                Map.of(
                        "shop",
                        "accepts: touchpoints\nkeys: [ \"" + SHOP_KEY + "\" ]\nlimit: { perSecond: 1, burst: 10 }\n"),
                Map.of());
    }

    private static String batch() {
        return IntStream.range(0, 100)
                .mapToObj(i -> GatewayUnderTest.event("eventId:\"e-" + i + "\""))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
