package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.IdentityDetailResponse;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.query.ApiJson;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;

/**
 * {@code GET /v1/customers/{id}/identities}: the identities of one customer by the streams service, with the joins, refused
 * joins and splits as published.
 */
final class IdentityDetailEndpoint implements Endpoints {
    private final QueryClient streams;
    private final IdentityMapping mapping;
    private final ErasedCustomers erased;
    private final AuditLog audit;

    IdentityDetailEndpoint(
            QueryClient streams, PublishedIdentities identities, ErasedCustomers erased, AuditLog audit) {
        this.streams = streams;
        this.mapping = new IdentityMapping(identities);
        this.erased = erased;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/customers/{id}/identities", this::answer, Role.ANALYST);
    }

    private void answer(Context ctx) {
        String id = ctx.pathParam("id");
        audit.note(ctx, "identities", id);
        erased.refuse(id);
        Json.answer(ctx, ApiJson.write(response(id)));
    }

    private IdentityDetailResponse response(String id) {
        try {
            return streams.identities(id)
                    .map(mapping::response)
                    .orElseThrow(() -> QueryValues.unknown("nothing is known of " + id));
        } catch (QueryFailedException e) {
            throw e.isBadRequest() ? QueryValues.rejection("id", e.detail()) : CustomerDetailEndpoint.unavailable();
        }
    }
}
