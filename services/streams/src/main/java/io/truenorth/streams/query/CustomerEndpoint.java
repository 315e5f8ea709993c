package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import io.truenorth.streams.customer.CustomerQueries;
import java.time.Clock;
import java.util.Optional;

/**
 * One customer, now or {@code ?asOf=} any moment: {@code GET /v1/customers/{id}} is how the relationship stands, {@code GET
 * /v1/customers/{id}/history} the curve of all of it and what happened in it.
 */
final class CustomerEndpoint implements Endpoints {
    static final String PATH = "/v1/customers/{id}";

    private static final QueryParameters AS_OF = QueryParameters.once("asOf");

    private final PartitionLocator locator;
    private final InstanceClient instances;
    private final Clock clock;

    CustomerEndpoint(PartitionLocator locator, InstanceClient instances, Clock clock) {
        this.locator = locator;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(
                PATH,
                ctx -> answer(ctx, (queries, id, asOf) -> queries.find(id, asOf).map(CustomerDocument::of)),
                AS_OF);
        routes.get(
                PATH + "/history",
                ctx -> answer(
                        ctx, (queries, id, asOf) -> queries.history(id, asOf).map(HistoryDocument::of)),
                AS_OF);
    }

    private void answer(Context ctx, Question question) {
        String customer = ctx.pathParam("id");
        long asOf = Moment.read(ctx.queryParam("asOf"), clock.millis());
        PartitionLocation location = locator.ofCustomer(customer);
        if (location instanceof PartitionLocation.Remote remote) {
            instances.ask(remote.address(), ctx);
        } else {
            Json.answer(
                    ctx,
                    200,
                    question.ask(((PartitionLocation.Local) location).queries(), customer, asOf)
                            .orElseThrow(NoSuchCustomer::problem));
        }
    }

    /** What is asked where the customer is; the answer is a document, or nothing where nobody is known. */
    @FunctionalInterface
    private interface Question {
        Optional<?> ask(CustomerQueries queries, String customer, long asOf);
    }
}
