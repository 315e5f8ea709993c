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
 * /v1/customers/{id}/why?from=} is what has changed it since a moment, {@code GET /v1/customers/{id}/identities} tells which
 * identities the customer has, and why.
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
        routes.get(PATH, this::report, AS_OF);
        routes.get(PATH + "/history", this::history, AS_OF);
        routes.get(PATH + "/why", this::why, QueryParameters.once("from", "to"));
        routes.get(PATH + "/identities", ctx -> answer(ctx, identities(ctx.pathParam("id"))));
    }

    private void report(Context ctx) {
        long asOf = asOf(ctx);
        answer(ctx, (queries, id) -> queries.find(id, asOf).map(CustomerReportMapping::report));
    }

    private void history(Context ctx) {
        long asOf = asOf(ctx);
        answer(ctx, (queries, id) -> queries.history(id, asOf).map(CustomerHistoryMapping::report));
    }

    private long asOf(Context ctx) {
        return Moment.read(ctx.queryParam("asOf"), clock.millis());
    }

    private void why(Context ctx) {
        long to = Moment.readOr("to", ctx.queryParam("to"), clock.millis());
        long from = Moment.readBefore(
                "from", Optional.ofNullable(ctx.queryParam("from")).orElse(""), to);
        String asked = ctx.pathParam("id");
        answer(
                ctx,
                (queries, id) ->
                        queries.change(id, asked, from, to).map(change -> ScoreChangeMapping.report(id, change)));
    }

    private CustomerQuery identities(String asked) {
        return (queries, id) -> queries.identities(id)
                .map(customer -> IdentitiesMapping.report(
                        asked, customer, queries.consent(id).orElseThrow(), ranking));
    }

    private void answer(Context ctx, CustomerQuery query) {
        CustomerLookup lookup = CustomerLookup.of(ctx, ctx.pathParam("id"));
        PartitionLocation location = locator.ofCustomer(lookup.key());
        while (location instanceof PartitionLocation.Local local) {
            Optional<CustomerLookup> next = lookup.next(local.queries());
            if (next.isEmpty()) {
                Json.answer(ctx, ApiJson.write(find(query, local.queries(), lookup.key())));
                return;
            }
            lookup = next.get();
            location = locator.ofCustomer(lookup.key());
        }
        instances.forward(ctx, ((PartitionLocation.Remote) location).address(), lookup);
    }

    private static Record find(CustomerQuery query, CustomerQueries queries, String customer) {
        Optional<? extends Record> found = query.run(queries, customer);
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
        Optional<? extends Record> run(CustomerQueries queries, String customer);
    }
}
