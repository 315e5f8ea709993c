package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceReplaysTest extends DeclaredSources {
    @Test
    void whatFailedIsReplayedByTheRulesOfToday() throws IOException {
        startDesk();
        String path = "/v1/replays/desk?failed=3-17&receivedAt=1772366400000";

        HttpResponse<String> replayFailed = gateway.send("POST", path, "{\"event\": \"merged\"}");
        HttpResponse<String> replayed = gateway.send("POST", path, ticket("opened", "t-7"));

        assertThat(replayFailed.statusCode()).isEqualTo(422);
        assertThat(replayFailed.body()).contains("UNMAPPED", "no rule of desk takes this");
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
}
