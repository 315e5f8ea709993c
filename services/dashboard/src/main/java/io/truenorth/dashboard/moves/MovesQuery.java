package io.truenorth.dashboard.moves;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.query.CustomerScore;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ScoresPage;
import io.truenorth.query.ScoresQuery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Queries the streams service for all changes, page by page. */
final class MovesQuery {
    private static final int PAGE_SIZE = 2_000;

    private final QueryClient streams;
    private final Customers customers;

    MovesQuery(QueryClient streams, Customers customers) {
        this.streams = streams;
        this.customers = customers;
    }

    /** The changes between two points in time, epoch ms. */
    Moves between(long since, long until) {
        Map<String, Stage> stages = new ConcurrentHashMap<>();
        PointChanges points = new PointChanges();
        Optional<ScoresQuery> query = Optional.of(
                ScoresQuery.ofAll(PAGE_SIZE).asOf(Instant.ofEpochMilli(until)).since(Instant.ofEpochMilli(since)));
        while (query.isPresent()) {
            ScoresPage page = streams.scores(query.get());
            page.scores().forEach(customer -> add(customer, stages, points));
            query = query.get().after(page);
        }
        return new Moves(since, until, stages, points);
    }

    private void add(CustomerScore customer, Map<String, Stage> stages, PointChanges points) {
        customer.before()
                .ifPresent(before -> stages.put(
                        sharedId(customer.customer()),
                        Stage.valueOf(before.stage().name())));
        customer.moved()
                .ifPresent(moved -> moved.forEach((channel, kinds) ->
                        kinds.forEach((kind, microPoints) -> points.add(channel, kind, microPoints))));
    }

    /** Reuses the string of the customer's row to save memory, as there are four periods with many customers. */
    private String sharedId(String id) {
        return customers.find(id).map(CustomerRow::id).orElse(id);
    }
}
