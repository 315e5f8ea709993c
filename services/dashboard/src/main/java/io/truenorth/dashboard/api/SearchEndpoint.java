package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code GET /v1/search?q=}: scopes by their names for everybody, customers by their ids for analysts. */
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
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("customers", analyst && !text.isEmpty() ? customers(ctx, text) : List.of());
        document.put("scopes", text.isEmpty() ? List.of() : scopes(text));
        Json.answer(ctx, 200, document);
    }

    /** Those whose id begins with the text, or with it behind the namespace, come first. */
    private List<Map<String, Object>> customers(Context ctx, String text) {
        audit.note(ctx, "search", text);
        return customers.all().stream()
                .filter(row -> row.id().toLowerCase(Locale.ROOT).contains(text))
                .sorted(Comparator.comparing((CustomerRow row) -> !begins(row, text))
                        .thenComparing(CustomerRow::id))
                .limit(MOST)
                .map(SearchEndpoint::found)
                .toList();
    }

    private static boolean begins(CustomerRow row, String text) {
        String id = row.id().toLowerCase(Locale.ROOT);
        return id.startsWith(text) || id.substring(id.indexOf(':') + 1).startsWith(text);
    }

    private static Map<String, Object> found(CustomerRow row) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("id", row.id());
        found.put("points", Points.of(row.score()));
        found.put("stage", ApiText.word(row.stage()));
        return found;
    }

    private List<Map<String, Object>> scopes(String text) {
        return snapshots.all().stream()
                .filter(snapshot -> snapshot.getScope().toLowerCase(Locale.ROOT).contains(text))
                .limit(MOST)
                .map(snapshot -> ScopeReader.named(snapshot.getScope()))
                .toList();
    }
}
