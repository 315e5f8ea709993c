package io.truenorth.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.upstream.StreamsQueries;
import io.truenorth.dashboard.upstream.UpstreamUnavailableException;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.util.Map;
import java.util.Optional;

/** {@code GET /v1/customers/{id}?asOf=}: why is this one where they are? Asked of the streams service at that moment. */
final class CustomerDetailEndpoint implements Endpoints {
    private final StreamsQueries streams;
    private final AuditLog audit;

    CustomerDetailEndpoint(StreamsQueries streams, AuditLog audit) {
        this.streams = streams;
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
        Json.answer(ctx, 200, document(id, asOf));
    }

    private Map<String, Object> document(String id, String asOf) {
        try {
            JsonNode customer = orUnknown(streams.customer(id, asOf), id);
            String same = customer.path("asOf").asText();
            JsonNode history = orUnknown(streams.history(id, same), id);
            return new CustomerDetail(customer, history, streams.model()).members();
        } catch (UpstreamUnavailableException e) {
            throw away();
        } catch (IllegalArgumentException e) {
            throw QueryValues.rejection("asOf", String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode orUnknown(Optional<JsonNode> answer, String id) {
        return answer.orElseThrow(() -> QueryValues.unknown("nothing was ever counted of " + id));
    }

    private static ProblemException away() {
        return new ProblemException(
                Problem.of(
                        503,
                        "streams-away",
                        "The streams service is away",
                        "one customer's score is explained by the streams service, which does not answer; try again soon"),
                Map.of("Retry-After", "2"));
    }
}
