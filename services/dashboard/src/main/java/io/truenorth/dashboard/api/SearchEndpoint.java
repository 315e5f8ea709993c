package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.ScopeSummary;
import io.truenorth.dashboard.api.response.SearchResponse;
import io.truenorth.dashboard.api.response.SearchResponse.CustomerMatch;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code GET /v1/search?q=}: scopes by name, and customers by id for analysts. */
final class SearchEndpoint implements Endpoints {
    private static final int MOST = 10;

    private final Customers customers;
    private final Snapshots snapshots;
    private final AuditLog audit;

    SearchEndpoint(Customers customers, Snapshots snapshots, AuditLog audit) {
        this.customers = customers;
        this.snapshots = snapshots;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/search", this::answer, Role.VIEWER, QueryParameters.once("q"));
    }

    private void answer(Context ctx) {
        String text = new QueryValues(ctx).text("q", "").strip().toLowerCase(Locale.ROOT);
        boolean analyst = Principal.of(ctx).role().covers(Role.ANALYST);
        SearchResponse response = new SearchResponse(
                analyst && !text.isEmpty() ? customers(ctx, text) : List.of(),
                text.isEmpty() ? List.of() : scopes(text));
        Json.answer(ctx, ApiJson.write(response));
    }

    /** Customers whose id, or whose id after the namespace, begins with the text come first. */
    private List<CustomerMatch> customers(Context ctx, String text) {
        audit.note(ctx, "search", text);
        return customers.all().stream()
                .filter(row -> row.id().toLowerCase(Locale.ROOT).contains(text))
                .sorted(Comparator.comparing((CustomerRow row) -> !begins(row, text))
                        .thenComparing(CustomerRow::id))
                .limit(MOST)
                .map(row -> new CustomerMatch(row.id(), Points.of(row.score()), row.stage()))
                .toList();
    }

    private static boolean begins(CustomerRow row, String text) {
        String id = row.id().toLowerCase(Locale.ROOT);
        return id.startsWith(text) || id.substring(id.indexOf(':') + 1).startsWith(text);
    }

    private List<ScopeSummary> scopes(String text) {
        return snapshots.all().stream()
                .filter(snapshot -> snapshot.getScope().toLowerCase(Locale.ROOT).contains(text))
                .limit(MOST)
                .map(snapshot -> ScopeReader.summary(snapshot.getScope()))
                .toList();
    }
}
