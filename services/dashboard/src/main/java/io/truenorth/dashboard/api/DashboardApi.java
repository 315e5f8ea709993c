package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.PrincipalResponse;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.objectives.Objective;
import io.truenorth.dashboard.objectives.Objectives;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.dashboard.privacy.PublishedReceipts;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.query.QueryClient;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** All endpoints of the dashboard but the live events. */
public final class DashboardApi implements Endpoints {
    private final Supplier<PipelineState> pipeline;
    private final List<Endpoints> endpoints;

    /**
     * The endpoints of the dashboard.
     *
     * @param customers as last published
     * @param identities which are one customer, as last published
     * @param erasures who was erased
     * @param receipts of requests to erase customers and to set consent
     * @param snapshots as last published
     * @param moves between stages, and points gained and lost
     * @param history of every scope
     * @param declared the objectives
     * @param streams explains one customer
     * @param pipeline whether the data can be trusted
     * @param audit records every access to customers
     */
    public DashboardApi(
            Customers customers,
            PublishedIdentities identities,
            PublishedErasures erasures,
            PublishedReceipts receipts,
            Snapshots snapshots,
            MovesSource moves,
            History history,
            List<Objective> declared,
            QueryClient streams,
            Supplier<PipelineState> pipeline,
            AuditLog audit,
            Clock clock) {
        this.pipeline = pipeline;
        ScopeReader scopes = new ScopeReader(snapshots, history, clock);
        Insights insights = new Insights(customers, snapshots, moves, clock);
        ErasedCustomers erased = new ErasedCustomers(customers, identities, erasures);
        this.endpoints = List.of(
                new OverviewEndpoint(customers, snapshots, moves, insights, scopes),
                new SegmentsEndpoint(snapshots, scopes),
                new ChannelsEndpoint(insights, moves),
                new CustomersEndpoint(customers, moves, audit, clock),
                new CustomerDetailEndpoint(streams, erased, audit),
                new CustomerChangeEndpoint(streams, erased, audit, clock),
                new IdentityDetailEndpoint(streams, identities, erased, audit),
                new IdentityListsEndpoint(identities, customers, audit),
                new ObjectivesEndpoint(new Objectives(declared, snapshots, history), clock),
                new ReceiptsEndpoint(receipts, pipeline, audit, clock),
                new SearchEndpoint(customers, identities, snapshots, audit),
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
        Json.answer(ctx, ApiJson.write(PipelineMapping.response(pipeline.get())));
    }

    private static void answerMe(Context ctx) {
        Principal principal = Principal.of(ctx);
        Json.answer(ctx, ApiJson.write(new PrincipalResponse(principal.name(), principal.role())));
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
