package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request whose header asks for another method, at every route that there is. */
class MethodOverrideTest extends DeclaredSources {
    private static final List<String> METHODS = List.of("DELETE", "PUT", "POST", "GET", "PATCH", "OPTIONS");

    @BeforeEach
    void start() throws Exception {
        start(Map.of("desk", DESK), Map.of());
    }

    @Test
    void isAnsweredAsTheRequestThatItIs() {
        assertThat(gateway.routes()).contains("POST /v1/touchpoints", "POST /v1/sources/{source}", "GET /metrics");
        for (String route : gateway.routes()) {
            String method = route.split(" ", -1)[0];
            String path = pathOf(route);
            int plain = gateway.send(method, path, "{}").statusCode();
            for (String wanted : METHODS) {
                assertThat(gateway.send(method, path, "{}", "X-HTTP-Method-Override", wanted)
                                .statusCode())
                        .as(route + " as " + wanted)
                        .isEqualTo(plain);
            }
        }
    }

    /** One that the route answers. */
    private static String pathOf(String route) {
        return route.split(" ", -1)[1]
                .replace("{source}", "desk")
                .replace("{writeKey}", "desk-key")
                .replace("*", "touchpoints");
    }

    @Test
    void storesNothingByGet() {
        for (String route : gateway.routes()) {
            String path = pathOf(route);
            gateway.send(
                    "GET",
                    path,
                    GatewayUnderTest.event(),
                    "X-HTTP-Method-Override",
                    "POST",
                    "Content-Type",
                    "application/json");
        }

        assertThat(gateway.producer.history()).isEmpty();
    }
}
