package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            throw QueryValues.unknown("scope: nothing is known of " + scope);
        }
        Json.answer(ctx, 200, overview(scope, query.days(30)));
    }

    private Map<String, Object> overview(String scope, int days) {
        Measures now = scopes.now(scope);
        Optional<Measures> before = scopes.before(scope, days);
        Optional<Moves> known = moves.stages(days);
        Optional<FlowDocument> flow =
                known.map(moved -> new FlowDocument(moved.flow(customers.all().stream(), scope), days, moved.since()));
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("scope", ScopeReader.named(scope));
        overview.put("at", ApiText.moment(now.at()));
        overview.put("index", index(now, before));
        overview.put("customers", now.customers());
        overview.put("advocates", now.advocates());
        overview.put("detractors", now.detractors());
        overview.put("points", points(now, before));
        overview.put("stages", stages(now, known.map(moved -> moved.snapshot(customers.all().stream(), scope))));
        flow.ifPresent(moved -> overview.put("flow", moved.document()));
        overview.put("dimensions", dimensions(scope, now));
        overview.put(
                "history",
                scopes.line(scope, days).stream().map(OverviewEndpoint::point).toList());
        overview.put("changes", new Changes(scope, days, flow, insights).documents());
        return overview;
    }

    private static Map<String, Object> index(Measures now, Optional<Measures> before) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("value", Points.rounded(now.index()));
        before.ifPresent(past -> {
            index.put("change", Points.rounded(now.index() - past.index()));
            index.put("since", ApiText.moment(past.at()));
        });
        return index;
    }

    private static Map<String, Object> points(Measures now, Optional<Measures> before) {
        Map<String, Object> points = new LinkedHashMap<>();
        points.put("mean", Points.of(now.mean()));
        before.ifPresent(past -> points.put("change", Points.of(now.mean() - past.mean())));
        return points;
    }

    private static List<Map<String, Object>> stages(Measures now, Optional<long[]> before) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (int i = 0; i < ApiText.STAGES.size(); i++) {
            int stage = i;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("stage", ApiText.word(ApiText.STAGES.get(stage)));
            entry.put("customers", now.stageCounts()[stage]);
            before.ifPresent(past -> entry.put("change", now.stageCounts()[stage] - past[stage]));
            stages.add(entry);
        }
        return stages;
    }

    private List<Map<String, Object>> dimensions(String scope, Measures now) {
        Contributions sums = snapshots
                .find(scope)
                .map(AdvocacySnapshot::getContributions)
                .orElseGet(() -> new Contributions(0L, 0L, 0L, 0L, 0L, 0L));
        return List.of(
                dimension("engagement", sums.getEngagement(), now),
                dimension("money", sums.getMoney(), now),
                dimension("connectedness", sums.getConnectedness(), now),
                dimension("reciprocity", sums.getReciprocity(), now),
                dimension("sentiment", sums.getSentiment(), now),
                dimension("advocacy", sums.getAdvocacy(), now));
    }

    private static Map<String, Object> dimension(String name, long sum, Measures now) {
        return Map.of("dimension", name, "mean", Points.of(now.customers() == 0 ? 0 : sum / now.customers()));
    }

    private static Map<String, Object> point(Measures then) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("at", ApiText.moment(then.at()));
        point.put("index", Points.rounded(then.index()));
        point.put("customers", then.customers());
        point.put("advocates", then.advocates());
        point.put("detractors", then.detractors());
        point.put("mean", Points.of(then.mean()));
        return point;
    }
}
