package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayStatusTest {
    private final GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theStatusCountsWhatWasAcceptedAndRefused() throws Exception {
        gateway.post("""
                {
                  "identities": [{"namespace": "crm", "value": "c-1"}],
                  "occurredAt": "2026-03-01T10:00:00Z",
                  "channel": "store",
                  "kind": "purchase",
                  "direction": "in"
                }
                """);
        gateway.post("{}");

        assertThat(gateway.send("GET", "/v1/status", "").body()).isEqualTo("{\"accepted\":1,\"refused\":1}");
    }
}
