package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import io.truenorth.streams.customer.CustomerQueries;
import java.time.Clock;
import java.util.Optional;

/**
 * One customer, now or {@code ?asOf=} any moment: {@code GET /v1/customers/{id}} explains the score, {@code GET
 * /v1/customers/{id}/history} is its curve and the touchpoints behind it.
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
                ctx -> answer(ctx, (queries, id, asOf) -> queries.find(id, asOf).map(CustomerReportMapping::report)),
                AS_OF);
        routes.get(
                PATH + "/history",
                ctx -> answer(
                        ctx, (queries, id, asOf) -> queries.history(id, asOf).map(CustomerHistoryMapping::report)),
                AS_OF);
    }

    private void answer(Context ctx, CustomerQuery query) {
        String customer = ctx.pathParam("id");
        long asOf = Moment.read(ctx.queryParam("asOf"), clock.millis());
        PartitionLocation location = locator.ofCustomer(customer);
        if (location instanceof PartitionLocation.Remote remote) {
            instances.forward(ctx, remote.address());
        } else {
            CustomerQueries queries = ((PartitionLocation.Local) location).queries();
            Json.answer(ctx, ApiJson.write(query.run(queries, customer, asOf).orElseThrow(NoSuchCustomer::problem)));
        }
    }

    /** A query of one customer, run where the customer's partition is; empty if the customer is not known. */
    @FunctionalInterface
    private interface CustomerQuery {
        Optional<? extends Record> run(CustomerQueries queries, String customer, long asOf);
    }
}
