package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerView;
import java.time.Clock;

/** {@code GET /v1/customers/{id}}: one customer, now or {@code ?asOf=} any moment. */
final class CustomerEndpoint implements Endpoints {
    static final String PATH = "/v1/customers/{id}";

    private final Whereabouts whereabouts;
    private final Peers peers;
    private final Clock clock;

    CustomerEndpoint(Whereabouts whereabouts, Peers peers, Clock clock) {
        this.whereabouts = whereabouts;
        this.peers = peers;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::answer);
    }

    private void answer(Context ctx) {
        String customer = ctx.pathParam("id");
        long asOf = Moment.read(ctx.queryParam("asOf"), clock.millis());
        Home home = whereabouts.ofCustomer(customer);
        if (home instanceof Home.Elsewhere elsewhere) {
            peers.ask(elsewhere.address(), ctx);
        } else {
            Json.answer(ctx, 200, CustomerDocument.of(find(((Home.Here) home).queries(), customer, asOf)));
        }
    }

    private static CustomerView find(CustomerQueries queries, String customer, long asOf) {
        return queries.find(customer, asOf).orElseThrow(NoSuchCustomer::problem);
    }
}
