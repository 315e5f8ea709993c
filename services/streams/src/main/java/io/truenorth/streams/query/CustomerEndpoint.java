package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerView.ConsentView;
import java.time.Clock;
import java.util.Optional;

/**
 * One customer by any of the customer's identities, now or {@code ?asOf=} any moment: {@code GET /v1/customers/{id}} explains
 * the score, {@code GET /v1/customers/{id}/history} is its curve and the touchpoints behind it, {@code GET
 * /v1/customers/{id}/identities} tells which identities the customer has, and why.
 */
final class CustomerEndpoint implements Endpoints {
    static final String PATH = "/v1/customers/{id}";

    private static final QueryParameters AS_OF = QueryParameters.once("asOf");

    private final PartitionLocator locator;
    private final InstanceClient instances;
    private final IdentityRanking ranking;
    private final Clock clock;

    CustomerEndpoint(PartitionLocator locator, InstanceClient instances, IdentityRanking ranking, Clock clock) {
        this.locator = locator;
        this.instances = instances;
        this.ranking = ranking;
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
        routes.get(PATH + "/identities", ctx -> answer(ctx, identities(ctx.pathParam("id"))));
    }

    private CustomerQuery identities(String asked) {
        return (queries, id, asOf) -> queries.identities(id)
                .map(customer -> IdentitiesMapping.report(
                        asked, customer, queries.consent(id).orElseThrow(), ranking));
    }

    private void answer(Context ctx, CustomerQuery query) {
        long asOf = Moment.read(ctx.queryParam("asOf"), clock.millis());
        CustomerLookup lookup = CustomerLookup.of(ctx, ctx.pathParam("id"));
        PartitionLocation location = locator.ofCustomer(lookup.key());
        while (location instanceof PartitionLocation.Local local) {
            Optional<CustomerLookup> next = lookup.next(local.queries());
            if (next.isEmpty()) {
                Json.answer(ctx, ApiJson.write(find(query, local.queries(), lookup.key(), asOf)));
                return;
            }
            lookup = next.get();
            location = locator.ofCustomer(lookup.key());
        }
        instances.forward(ctx, ((PartitionLocation.Remote) location).address(), lookup);
    }

    private static Record find(CustomerQuery query, CustomerQueries queries, String customer, long asOf) {
        Optional<? extends Record> found = query.run(queries, customer, asOf);
        if (found.isPresent()) {
            return found.get();
        }
        boolean mayBeScored =
                queries.consent(customer).map(ConsentView::scoring).orElse(true);
        throw mayBeScored ? NoSuchCustomer.problem() : NoSuchCustomer.withoutConsent();
    }

    /** A query of one customer, run where the customer's partition is; empty if the customer is not known. */
    @FunctionalInterface
    private interface CustomerQuery {
        Optional<? extends Record> run(CustomerQueries queries, String customer, long asOf);
    }
}
