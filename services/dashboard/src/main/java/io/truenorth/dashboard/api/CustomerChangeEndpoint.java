package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.CustomerChangeResponse;
import io.truenorth.query.ApiJson;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** {@code GET /v1/customers/{id}/why?days=}: what has changed the score of one customer in a period, by the streams service. */
final class CustomerChangeEndpoint implements Endpoints {
    private static final int USUAL_DAYS = 30;

    private final QueryClient streams;
    private final ErasedCustomers erased;
    private final AuditLog audit;
    private final Clock clock;

    CustomerChangeEndpoint(QueryClient streams, ErasedCustomers erased, AuditLog audit, Clock clock) {
        this.streams = streams;
        this.erased = erased;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/customers/{id}/why", this::answer, Role.ANALYST, QueryParameters.once("days"));
    }

    private void answer(Context ctx) {
        int days = new QueryValues(ctx).days(USUAL_DAYS);
        String id = ctx.pathParam("id");
        audit.note(ctx, "change", id);
        erased.refuse(id);
        Json.answer(ctx, ApiJson.write(response(id, days)));
    }

    private CustomerChangeResponse response(String id, int days) {
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofDays(days));
        try {
            return streams.why(id, from.toString(), now.toString())
                    .map(report -> CustomerChangeMapping.response(days, report))
                    .orElseThrow(() -> QueryValues.unknown(id + " has no score"));
        } catch (QueryFailedException e) {
            throw e.isBadRequest() ? QueryValues.rejection("id", e.detail()) : CustomerDetailEndpoint.unavailable();
        }
    }
}
