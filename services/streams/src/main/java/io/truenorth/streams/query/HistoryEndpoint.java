package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;

/**
 * {@code GET /v1/customers/{id}/history}: the curve of the whole relationship and what happened in it, until now or {@code
 * ?asOf=} any moment.
 */
final class HistoryEndpoint implements Endpoints {
    private static final String PATH = CustomerEndpoint.PATH + "/history";

    private final Whereabouts whereabouts;
    private final Peers peers;
    private final Clock clock;

    HistoryEndpoint(Whereabouts whereabouts, Peers peers, Clock clock) {
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
            Json.answer(
                    ctx,
                    200,
                    HistoryDocument.of(
                            ((Home.Here) home).queries().history(customer, asOf).orElseThrow(NoSuchCustomer::problem)));
        }
    }
}
