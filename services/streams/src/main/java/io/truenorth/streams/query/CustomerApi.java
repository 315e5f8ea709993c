package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Endpoints;
import java.time.Clock;
import java.time.Duration;

/** All questions about customers. */
public final class CustomerApi implements Endpoints {
    private static final Duration PATIENCE_WITH_PEERS = Duration.ofSeconds(5);

    private final CustomerEndpoint customer;
    private final ScoresEndpoint scores;

    /** Questions about the customers that are found there. */
    public CustomerApi(Whereabouts whereabouts, Clock clock) {
        Peers peers = new Peers(PATIENCE_WITH_PEERS);
        this.customer = new CustomerEndpoint(whereabouts, peers, clock);
        this.scores = new ScoresEndpoint(whereabouts, peers, clock);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        customer.addTo(routes);
        scores.addTo(routes);
    }
}
