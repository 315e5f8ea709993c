package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.service.http.Endpoints;
import java.time.Clock;
import java.time.Duration;

/** All queries about customers, and their description. */
public final class CustomerApi implements Endpoints {
    private static final Duration INSTANCE_TIMEOUT = Duration.ofSeconds(5);

    private final CustomerEndpoint customer;
    private final ScoresEndpoint scores;
    private final LedgersEndpoint ledgers;
    private final ModelEndpoint model;
    private final OpenApiEndpoint description = new OpenApiEndpoint();

    /**
     * Queries about the customers of these partitions.
     *
     * @param model by which they are scored
     * @param ranking of their identities
     */
    public CustomerApi(PartitionLocator locator, ScoringModel model, IdentityRanking ranking, Clock clock) {
        InstanceClient instances = new InstanceClient(INSTANCE_TIMEOUT);
        this.customer = new CustomerEndpoint(locator, instances, ranking, clock);
        this.model = new ModelEndpoint(model);
        this.scores = new ScoresEndpoint(locator, instances, clock);
        this.ledgers = new LedgersEndpoint(locator, instances);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        customer.addTo(routes);
        scores.addTo(routes);
        ledgers.addTo(routes);
        model.addTo(routes);
        description.addTo(routes);
    }
}
