package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.CustomerView.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Questions about the customers of one partition, answered from what is written. For any thread. */
public final class CustomerQueries {
    private static final int[] TREND_DAYS = {7, 30};

    private final CustomerReader reader;
    private final RelationshipScoring scoring;

    /** Questions to these entries. */
    public CustomerQueries(ReadOnlyKeyValueStore<Bytes, byte[]> entries, RelationshipScoring scoring) {
        this.reader = new CustomerReader(entries);
        this.scoring = scoring;
    }

    /**
     * One customer at a moment.
     *
     * @param asOf epoch ms
     * @return nothing if no touch of the customer counts here
     */
    public Optional<CustomerView> find(String customer, long asOf) {
        return found(customer, (stored, ledger) -> view(stored, ledger, asOf));
    }

    /** A customer of whom every touch was retracted is not found. */
    private <T> Optional<T> found(String customer, BiFunction<StoredCustomer, RelationshipLedger, T> answer) {
        return reader.find(customer).flatMap(stored -> {
            RelationshipLedger ledger = stored.ledger();
            return ledger.firstDay().isPresent() ? Optional.of(answer.apply(stored, ledger)) : Optional.empty();
        });
    }

    private CustomerView view(StoredCustomer stored, RelationshipLedger ledger, long asOf) {
        Assessment assessment = scoring.assess(ledger, asOf);
        List<Past> trend = IntStream.of(TREND_DAYS)
                .mapToObj(days -> new Past(days, scoring.snapshot(ledger, asOf - days * Days.MILLIS)))
                .toList();
        return new CustomerView(
                stored.id(),
                assessment.explanation(),
                trend,
                assessment.nextDropOfWholePoints(),
                assessment.nextFallOfStage(),
                stored.header().attributes().values());
    }

    /**
     * How one customer came to where they are.
     *
     * @param asOf epoch ms; what happened later is left out
     * @return nothing if no touch of the customer counts here
     */
    public Optional<CustomerHistory> history(String customer, long asOf) {
        return found(customer, (stored, ledger) -> new CustomerHistoryBuilder(scoring).of(stored.id(), ledger, asOf));
    }

    /**
     * Where customers stand at a moment, in the order of their ids (as UTF-8).
     *
     * @param prefix of their ids; may be empty
     * @param after the last customer of the page before; empty for the first page
     * @param limit how many customers are looked at, at most
     * @param asOf epoch ms
     * @param since a moment to compare it with, epoch ms; may be nothing
     */
    public ScorePage page(String prefix, String after, int limit, long asOf, OptionalLong since) {
        List<StoredCustomer> customers = reader.page(prefix, after, limit);
        List<ScoredCustomer> scored = new ArrayList<>(customers.size());
        for (StoredCustomer customer : customers) {
            RelationshipLedger ledger = customer.ledger();
            if (hasCountedCell(ledger, asOf)) {
                scored.add(
                        since.isPresent()
                                ? compared(customer.id(), ledger, asOf, since.getAsLong())
                                : new ScoredCustomer(customer.id(), scoring.snapshot(ledger, asOf), Optional.empty()));
            }
        }
        Optional<String> last = customers.size() < limit
                ? Optional.empty()
                : Optional.of(customers.get(limit - 1).id());
        return new ScorePage(scored, last);
    }

    /** Both moments under one ledger, so that nothing depends on when it became known. */
    private ScoredCustomer compared(String customer, RelationshipLedger ledger, long asOf, long since) {
        Explanation now = scoring.assess(ledger, asOf).explanation();
        Explanation before = scoring.assess(ledger, since).explanation();
        return new ScoredCustomer(
                customer, now.snapshot(), Optional.of(Movement.between(before, hasCountedCell(ledger, since), now)));
    }

    private static boolean hasCountedCell(RelationshipLedger ledger, long asOf) {
        return ledger.firstDay().orElse(Integer.MAX_VALUE) <= Days.lastBefore(asOf);
    }

    /** What became of the touchpoints of the partition. */
    public TouchpointCounters counters() {
        return reader.counters();
    }

    /**
     * A page of customers.
     *
     * @param scores those who have a counted cell
     * @param last the last customer looked at; nothing if the partition has no more
     */
    public record ScorePage(List<ScoredCustomer> scores, Optional<String> last) {}

    /**
     * Where a customer stands.
     *
     * @param customer the customer's id
     * @param snapshot at the moment asked for
     * @param movement since the moment to compare it with, if there is one
     */
    public record ScoredCustomer(String customer, ScoreSnapshot snapshot, Optional<Movement> movement) {}
}
