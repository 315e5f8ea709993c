package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.AttributesResponse;
import io.truenorth.dashboard.api.response.AttributesResponse.Attribute;
import io.truenorth.dashboard.api.response.ScopesResponse;
import io.truenorth.dashboard.api.response.SegmentsResponse;
import io.truenorth.dashboard.api.response.SegmentsResponse.SegmentRow;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.stream.LongStream;

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
        ScopesResponse response = new ScopesResponse(snapshots.all().stream()
                .map(snapshot -> ScopeReader.summaryWithAttribute(snapshot.getScope()))
                .toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private void answerAttributes(Context ctx) {
        AttributesResponse response = new AttributesResponse(snapshots.attributes().stream()
                .map(attribute -> new Attribute(
                        attribute,
                        ScopeLabels.words(attribute),
                        snapshots.of(attribute).size()))
                .toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private void answerSegments(Context ctx) {
        int days = new QueryValues(ctx).days(30);
        String attribute = ctx.pathParam("attribute");
        if (!snapshots.attributes().contains(attribute)) {
            throw QueryValues.unknown("customers are not counted by " + attribute
                    + "; /v1/segments lists the attributes they are counted by");
        }
        SegmentsResponse response = new SegmentsResponse(
                attribute,
                ScopeLabels.words(attribute),
                snapshots.of(attribute).stream()
                        .map(snapshot -> row(snapshot.getScope(), days))
                        .toList(),
                row(ScopeNames.ALL, days));
        Json.answer(ctx, ApiJson.write(response));
    }

    private SegmentRow row(String scope, int days) {
        Measures now = scopes.now(scope);
        return new SegmentRow(
                scope,
                ScopeLabels.label(scope),
                now.customers(),
                now.advocates(),
                now.detractors(),
                Points.rounded(now.index()),
                scopes.before(scope, days).map(before -> Points.rounded(now.index() - before.index())),
                Points.of(now.score()),
                Points.of(now.mean()),
                LongStream.of(now.stageCounts()).boxed().toList(),
                scopes.line(scope, days).stream()
                        .map(then -> Points.rounded(then.index()))
                        .toList());
    }
}
