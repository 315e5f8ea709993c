package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.CustomerResponse;
import io.truenorth.query.ApiJson;
import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.ModelReport;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/customers/{id}?asOf=}: the customer who has an identity, explained by the streams service.
 */
final class CustomerDetailEndpoint implements Endpoints {
    private final QueryClient streams;
    private final ErasedCustomers erased;
    private final AuditLog audit;
    private volatile @Nullable ModelReport model;

    CustomerDetailEndpoint(QueryClient streams, ErasedCustomers erased, AuditLog audit) {
        this.streams = streams;
        this.erased = erased;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/customers/{id}", this::answer, Role.ANALYST, QueryParameters.once("asOf"));
    }

    private void answer(Context ctx) {
        String asOf = new QueryValues(ctx).text("asOf", "");
        String id = ctx.pathParam("id");
        audit.note(ctx, "customer", id);
        erased.refuse(id);
        Json.answer(ctx, ApiJson.write(response(id, asOf)));
    }

    private CustomerResponse response(String id, String asOf) {
        try {
            CustomerReport customer = streams.customer(id, asOf).orElseThrow(() -> unknown(id));
            CustomerHistoryReport history = streams.history(
                            customer.customer(), customer.asOf().toString())
                    .orElseThrow(() -> unknown(id));
            return CustomerMapping.response(id, customer, history, model());
        } catch (QueryFailedException e) {
            throw e.isBadRequest() ? QueryValues.rejection("asOf", e.detail()) : unavailable();
        }
    }

    /** Asked for once: a model does not change while services run. */
    private ModelReport model() {
        ModelReport known = model;
        if (known == null) {
            known = streams.model();
            model = known;
        }
        return known;
    }

    /** Whoever has withdrawn consent to scoring is known, and has no score. */
    private ProblemException unknown(String id) {
        boolean mayBeScored =
                streams.identities(id).map(known -> known.consent().scoring()).orElse(true);
        return QueryValues.unknown(
                mayBeScored
                        ? "no touchpoint of " + id + " was counted"
                        : id + " has no score, as there is no consent to scoring");
    }

    static ProblemException unavailable() {
        return new ProblemException(
                Problem.of(
                        503,
                        "streams-unavailable",
                        "The streams service is unavailable",
                        "the score of a customer is explained by the streams service, which does not answer; try again"
                                + " soon"),
                Map.of("Retry-After", "2"));
    }
}
