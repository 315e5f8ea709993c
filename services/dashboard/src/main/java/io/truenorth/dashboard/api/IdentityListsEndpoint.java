package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.IdentityChangesResponse;
import io.truenorth.dashboard.api.response.RefusedJoinsResponse;
import io.truenorth.dashboard.api.response.RefusedJoinsResponse.CustomerSide;
import io.truenorth.dashboard.api.response.RefusedJoinsResponse.JoinEntry;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.identity.RefusedJoin;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/identities/refused?limit=}: customers that are linked and stay apart. {@code GET /v1/identities/changes?limit=}:
 * the latest joins, refused joins and splits.
 */
final class IdentityListsEndpoint implements Endpoints {
    private static final QueryParameters PARAMETERS = QueryParameters.once("limit");
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MOST_LINKS = 10;

    private final PublishedIdentities identities;
    private final IdentityMapping mapping;
    private final Customers customers;
    private final AuditLog audit;

    IdentityListsEndpoint(PublishedIdentities identities, Customers customers, AuditLog audit) {
        this.identities = identities;
        this.mapping = new IdentityMapping(identities);
        this.customers = customers;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/identities/refused", this::answerRefused, Role.ANALYST, PARAMETERS);
        routes.get("/v1/identities/changes", this::answerChanges, Role.ANALYST, PARAMETERS);
    }

    private void answerRefused(Context ctx) {
        int limit = limit(ctx);
        audit.note(ctx, "list", "refused joins");
        List<RefusedJoin> joins = identities.refusedJoins();
        RefusedJoinsResponse response = new RefusedJoinsResponse(
                joins.size(), joins.stream().limit(limit).map(this::entry).toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private void answerChanges(Context ctx) {
        int limit = limit(ctx);
        audit.note(ctx, "list", "identity changes");
        IdentityChangesResponse response = new IdentityChangesResponse(
                identities.latest(limit).stream().map(mapping::entry).toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private static int limit(Context ctx) {
        return new QueryValues(ctx).limit(USUAL_LIMIT, LARGEST_LIMIT);
    }

    private JoinEntry entry(RefusedJoin join) {
        return new JoinEntry(
                side(join.first()),
                side(join.second()),
                join.links().stream().limit(MOST_LINKS).map(mapping::entry).toList(),
                join.links().size());
    }

    private CustomerSide side(String id) {
        Optional<CustomerRow> row = customers.find(id);
        return new CustomerSide(id, row.map(known -> Points.of(known.score())), row.map(CustomerRow::stage));
    }
}
