package io.truenorth.gateway;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.truenorth.query.ApiJson;
import io.truenorth.query.GatewayStatus;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;

/** {@code GET /v1/status}: the status of this instance. A counter that is missing is an error, never a zero. */
final class GatewayStatusEndpoint implements Endpoints {
    private final MeterRegistry meters;

    GatewayStatusEndpoint(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/status", ctx -> Json.answer(ctx, ApiJson.write(status())));
    }

    private GatewayStatus status() {
        return new GatewayStatus(count("gateway.touchpoints.accepted"), count("gateway.touchpoints.refused"));
    }

    /** The sum over all tags. */
    private long count(String counter) {
        return Math.round(meters.get(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }
}
