package io.truenorth.cli.query;

import io.truenorth.query.CustomerScore;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ScoresPage;
import io.truenorth.query.ScoresQuery;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scores of one partition, read page by page as they are taken, in the order of the customers' ids. */
final class PartitionScores {
    private final QueryClient queries;
    private final Deque<ExportedCustomer> page = new ArrayDeque<>();
    private Optional<ScoresQuery> next;

    /** The scores that a query has. */
    PartitionScores(QueryClient queries, ScoresQuery first) {
        this.queries = queries;
        this.next = Optional.of(first);
    }

    /** The next customer, who stays the next; null at the end. */
    @Nullable
    ExportedCustomer peek() {
        while (page.isEmpty() && next.isPresent()) {
            ScoresPage read = queries.scores(next.get());
            read.scores().forEach(customer -> page.add(exported(read, customer)));
            next = next.get().after(read);
        }
        return page.peek();
    }

    void skip() {
        page.remove();
    }

    private static ExportedCustomer exported(ScoresPage page, CustomerScore customer) {
        return new ExportedCustomer(
                customer.customer(),
                new ScoreSnapshot(
                        page.asOf().toEpochMilli(),
                        customer.score(),
                        new Contributions(
                                customer.engagement(),
                                customer.money(),
                                customer.connectedness(),
                                customer.reciprocity(),
                                customer.sentiment(),
                                customer.advocacy()),
                        customer.advocacyMass(),
                        customer.detractorRisk(),
                        customer.detractor(),
                        customer.stage(),
                        customer.departures().stream()
                                .map(last -> new Departure(
                                        Math.toIntExact(last.day().toEpochDay()), last.channel(), last.kind()))
                                .findFirst()));
    }
}
