package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.FlowResponse;
import io.truenorth.dashboard.api.response.OverviewResponse;
import io.truenorth.dashboard.api.response.OverviewResponse.DimensionMean;
import io.truenorth.dashboard.api.response.OverviewResponse.HistoryPoint;
import io.truenorth.dashboard.api.response.OverviewResponse.Index;
import io.truenorth.dashboard.api.response.OverviewResponse.MeanPoints;
import io.truenorth.dashboard.api.response.OverviewResponse.StageCount;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /v1/overview?scope=&days=}: are we earning advocates? */
final class OverviewEndpoint implements Endpoints {
    private final Customers customers;
    private final Snapshots snapshots;
    private final MovesSource moves;
    private final Insights insights;
    private final ScopeReader scopes;

    OverviewEndpoint(
            Customers customers, Snapshots snapshots, MovesSource moves, Insights insights, ScopeReader scopes) {
        this.customers = customers;
        this.snapshots = snapshots;
        this.moves = moves;
        this.insights = insights;
        this.scopes = scopes;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/overview", this::answer, Role.VIEWER, QueryParameters.once("scope", "days"));
    }

    private void answer(Context ctx) {
        QueryValues query = new QueryValues(ctx);
        String scope = query.text("scope", ScopeNames.ALL);
        if (!scopes.isKnown(scope)) {
            throw QueryValues.unknown("scope: unknown scope " + scope);
        }
        Json.answer(ctx, ApiJson.write(overview(scope, query.days(30))));
    }

    private OverviewResponse overview(String scope, int days) {
        Measures now = scopes.now(scope);
        Optional<Measures> before = scopes.before(scope, days);
        Optional<Moves> known = moves.stages(days);
        Optional<FlowResponse> flow = known.map(
                moved -> FlowMapping.response(moved.flow(customers.all().stream(), scope), days, moved.since()));
        return new OverviewResponse(
                ScopeReader.summary(scope),
                Instant.ofEpochMilli(now.at()),
                index(now, before),
                now.customers(),
                now.advocates(),
                now.detractors(),
                points(now, before),
                stages(now, known.map(moved -> moved.snapshot(customers.all().stream(), scope))),
                flow,
                dimensions(scope, now),
                scopes.line(scope, days).stream().map(OverviewEndpoint::point).toList(),
                new Changes(scope, days, flow, insights).sentences());
    }

    private static Index index(Measures now, Optional<Measures> before) {
        return new Index(
                Points.rounded(now.index()),
                before.map(past -> Points.rounded(now.index() - past.index())),
                before.map(past -> Instant.ofEpochMilli(past.at())));
    }

    private static MeanPoints points(Measures now, Optional<Measures> before) {
        return new MeanPoints(Points.of(now.mean()), before.map(past -> Points.of(now.mean() - past.mean())));
    }

    private static List<StageCount> stages(Measures now, Optional<long[]> before) {
        long[] counts = now.stageCounts();
        return Stream.of(Stage.values())
                .map(stage -> new StageCount(
                        stage,
                        counts[stage.ordinal()],
                        before.map(past -> counts[stage.ordinal()] - past[stage.ordinal()])))
                .toList();
    }

    private List<DimensionMean> dimensions(String scope, Measures now) {
        Contributions sums = snapshots
                .find(scope)
                .map(AdvocacySnapshot::getContributions)
                .orElseGet(() -> new Contributions(0L, 0L, 0L, 0L, 0L, 0L));
        return List.of(
                dimension(Dimension.ENGAGEMENT, sums.getEngagement(), now),
                dimension(Dimension.MONEY, sums.getMoney(), now),
                dimension(Dimension.CONNECTEDNESS, sums.getConnectedness(), now),
                dimension(Dimension.RECIPROCITY, sums.getReciprocity(), now),
                dimension(Dimension.SENTIMENT, sums.getSentiment(), now),
                dimension(Dimension.ADVOCACY, sums.getAdvocacy(), now));
    }

    private static DimensionMean dimension(Dimension dimension, long sum, Measures now) {
        return new DimensionMean(dimension, Points.of(now.customers() == 0 ? 0 : sum / now.customers()));
    }

    private static HistoryPoint point(Measures then) {
        return new HistoryPoint(
                Instant.ofEpochMilli(then.at()),
                Points.rounded(then.index()),
                then.customers(),
                then.advocates(),
                then.detractors(),
                Points.of(then.mean()));
    }
}
