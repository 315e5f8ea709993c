package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/scopes}, {@code /v1/segments} and {@code /v1/segments/{attribute}}: where? */
final class SegmentsEndpoint implements Endpoints {
    private final Snapshots snapshots;
    private final ScopeReader scopes;

    SegmentsEndpoint(Snapshots snapshots, ScopeReader scopes) {
        this.snapshots = snapshots;
        this.scopes = scopes;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/scopes", this::answerScopes, Role.VIEWER);
        routes.get("/v1/segments", this::answerAttributes, Role.VIEWER);
        routes.get("/v1/segments/{attribute}", this::answerSegments, Role.VIEWER, QueryParameters.once("days"));
    }

    private void answerScopes(Context ctx) {
        Json.answer(
                ctx,
                200,
                Map.of(
                        "scopes",
                        snapshots.all().stream().map(SegmentsEndpoint::scope).toList()));
    }

    private static Map<String, Object> scope(AdvocacySnapshot snapshot) {
        String scope = snapshot.getScope();
        Map<String, Object> document = ScopeReader.named(scope);
        if (!scope.equals(ScopeNames.ALL)) {
            document.put("attribute", ScopeNames.attribute(scope));
        }
        return document;
    }

    private void answerAttributes(Context ctx) {
        List<Map<String, Object>> attributes = snapshots.attributes().stream()
                .map(attribute -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("attribute", attribute);
                    entry.put("label", ScopeLabels.words(attribute));
                    entry.put("values", snapshots.of(attribute).size());
                    return entry;
                })
                .toList();
        Json.answer(ctx, 200, Map.of("attributes", attributes));
    }

    private void answerSegments(Context ctx) {
        int days = new QueryValues(ctx).days(30);
        String attribute = ctx.pathParam("attribute");
        if (!snapshots.attributes().contains(attribute)) {
            throw QueryValues.unknown(
                    "no customers are counted by " + attribute + "; /v1/segments lists what they are counted by");
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("attribute", attribute);
        document.put("label", ScopeLabels.words(attribute));
        document.put(
                "rows",
                snapshots.of(attribute).stream()
                        .map(snapshot -> row(snapshot.getScope(), days))
                        .toList());
        document.put("sum", row(ScopeNames.ALL, days));
        Json.answer(ctx, 200, document);
    }

    private Map<String, Object> row(String scope, int days) {
        Measures now = scopes.now(scope);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scope", scope);
        row.put("label", ScopeLabels.label(scope));
        row.put("customers", now.customers());
        row.put("advocates", now.advocates());
        row.put("detractors", now.detractors());
        row.put("index", Points.rounded(now.index()));
        scopes.before(scope, days).ifPresent(before -> row.put("change", Points.rounded(now.index() - before.index())));
        row.put("points", Points.of(now.score()));
        row.put("mean", Points.of(now.mean()));
        row.put("stages", now.stageCounts());
        row.put(
                "spark",
                scopes.line(scope, days).stream()
                        .map(then -> Points.rounded(then.index()))
                        .toList());
        return row;
    }
}
