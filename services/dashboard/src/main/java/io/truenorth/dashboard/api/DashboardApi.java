package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.objectives.Objective;
import io.truenorth.dashboard.objectives.Objectives;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.dashboard.upstream.StreamsQueries;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that the dashboard answers but the live events. */
public final class DashboardApi implements Endpoints {
    private final Supplier<PipelineState> pipeline;
    private final List<Endpoints> endpoints;

    /**
     * Answers about a picture.
     *
     * @param customers as last published
     * @param snapshots as last published
     * @param moves who moved, and what was gained and lost
     * @param history how it was before
     * @param declared what is to be reached
     * @param streams who explains one customer
     * @param pipeline whether to trust the picture
     * @param audit where looks at customers are noted
     */
    public DashboardApi(
            Customers customers,
            Snapshots snapshots,
            MovesSource moves,
            History history,
            List<Objective> declared,
            StreamsQueries streams,
            Supplier<PipelineState> pipeline,
            AuditLog audit,
            Clock clock) {
        this.pipeline = pipeline;
        ScopeReader scopes = new ScopeReader(snapshots, history, clock);
        Insights insights = new Insights(customers, snapshots, moves, clock);
        this.endpoints = List.of(
                new OverviewEndpoint(customers, snapshots, moves, insights, scopes),
                new SegmentsEndpoint(snapshots, scopes),
                new ChannelsEndpoint(insights, moves),
                new CustomersEndpoint(customers, moves, audit, clock),
                new CustomerDetailEndpoint(streams, audit),
                new ObjectivesEndpoint(new Objectives(declared, snapshots, history), clock),
                new SearchEndpoint(customers, snapshots, audit),
                new OpenApiEndpoint(),
                new PageEndpoint());
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.before("/v1/*", ctx -> ctx.header("Cache-Control", "no-store"));
        routes.get("/v1/pipeline", this::answerPipeline, Role.VIEWER);
        routes.get("/v1/me", DashboardApi::answerMe, Role.VIEWER);
        endpoints.forEach(some -> some.addTo(routes));
    }

    private void answerPipeline(Context ctx) {
        Json.answer(ctx, 200, PipelineDocument.of(pipeline.get()));
    }

    private static void answerMe(Context ctx) {
        Principal principal = Principal.of(ctx);
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("name", principal.name());
        me.put("role", principal.role().word());
        Json.answer(ctx, 200, me);
    }

    /** {@code GET /openapi.json}: these answers, described for programs. */
    private static final class OpenApiEndpoint implements Endpoints {
        @Override
        public void addTo(JavalinDefaultRoutingApi routes) {
            byte[] description = Resources.bytes("openapi.json");
            routes.get(
                    "/openapi.json", ctx -> ctx.contentType("application/json").result(description), Access.OPEN);
        }
    }
}
