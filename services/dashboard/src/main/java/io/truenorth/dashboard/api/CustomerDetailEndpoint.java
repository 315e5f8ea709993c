package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.CustomerResponse;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/customers/{id}?asOf=}: the customer who has an identity, explained by the streams service.
 */
final class CustomerDetailEndpoint implements Endpoints {
    private final QueryClient streams;
    private final Customers customers;
    private final ErasedCustomers erased;
    private final AuditLog audit;
    private volatile @Nullable ModelReport model;

    CustomerDetailEndpoint(QueryClient streams, Customers customers, ErasedCustomers erased, AuditLog audit) {
        this.streams = streams;
        this.customers = customers;
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
            CustomerReport customer = orUnknown(streams.customer(id, asOf), id);
            CustomerHistoryReport history = orUnknown(
                    streams.history(customer.customer(), customer.asOf().toString()), id);
            return CustomerMapping.response(id, customer, history, model(), hasActivation(customer.customer()));
        } catch (QueryFailedException e) {
            throw e.isBadRequest() ? QueryValues.rejection("asOf", e.detail()) : unavailable();
        }
    }

    /** As published, with what the deployment declares; none without a score. */
    private boolean hasActivation(String customer) {
        return customers.find(customer).map(CustomerRow::activation).orElse(false);
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

    private static <T> T orUnknown(Optional<T> answer, String id) {
        return answer.orElseThrow(() -> QueryValues.unknown("no touchpoint of " + id + " was counted"));
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
