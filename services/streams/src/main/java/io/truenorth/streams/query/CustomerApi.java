package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.service.http.Endpoints;
import java.time.Clock;
import java.time.Duration;

/** All questions about customers. */
public final class CustomerApi implements Endpoints {
    private static final Duration PATIENCE_WITH_PEERS = Duration.ofSeconds(5);

    private final CustomerEndpoint customer;
    private final ScoresEndpoint scores;
    private final ModelEndpoint model;

    /** Questions about the customers that are found there, who are scored by a model. */
    public CustomerApi(Whereabouts whereabouts, ScoringModel model, Clock clock) {
        Peers peers = new Peers(PATIENCE_WITH_PEERS);
        this.customer = new CustomerEndpoint(whereabouts, peers, clock);
        this.model = new ModelEndpoint(model);
        this.scores = new ScoresEndpoint(whereabouts, peers, clock);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        customer.addTo(routes);
        scores.addTo(routes);
        model.addTo(routes);
    }
}
