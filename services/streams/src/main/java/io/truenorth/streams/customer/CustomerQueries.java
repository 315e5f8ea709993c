package io.truenorth.streams.customer;

import io.truenorth.contract.LedgerPart;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreChange;
import io.truenorth.relationship.score.ScoreComparison;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.customer.CustomerView.ConsentView;
import io.truenorth.streams.customer.CustomerView.Past;
import io.truenorth.streams.identity.IdentityState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Queries on the customers of one partition, answered from the store. Thread-safe. */
public final class CustomerQueries {
    private static final long EXPORTED_BYTES = 4 << 20;
    private static final int[] TREND_DAYS = {7, 30};

    private final CustomerReader reader;
    private final RelationshipScoring scoring;
    private final ConsentDeclaration declared;

    /**
     * Creates queries on the entries of a store.
     *
     * @param reactionWindow of the ledgers, ms; see {@link RelationshipLimits}
     * @param declared what is declared about consent
     */
    public CustomerQueries(
            ReadOnlyKeyValueStore<Bytes, byte[]> entries,
            RelationshipScoring scoring,
            long reactionWindow,
            ConsentDeclaration declared) {
        this.reader = new CustomerReader(entries, reactionWindow);
        this.scoring = scoring;
        this.declared = declared;
    }

    /**
     * Returns one customer at a time.
     *
     * @param asOf epoch ms
     * @return empty if the customer has no counted touch in this partition, or may not be scored
     */
    public Optional<CustomerView> find(String customer, long asOf) {
        return found(customer, (stored, ledger) -> view(stored, ledger, asOf));
    }

    /** A customer with an empty ledger, after retractions, has no score, and neither has one who may not be scored. */
    private <T> Optional<T> found(String customer, BiFunction<StoredCustomer, RelationshipLedger, T> answer) {
        return reader.find(customer).filter(this::isAllowed).flatMap(stored -> {
            RelationshipLedger ledger = stored.ledger();
            return ledger.firstDay().isPresent() ? Optional.of(answer.apply(stored, ledger)) : Optional.empty();
        });
    }

    private boolean isAllowed(StoredCustomer stored) {
        return declared.allows(Purpose.SCORING, stored.header().consents());
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
                stored.header().attributes().values(),
                consent(stored.id(), stored.header()));
    }

    /** Returns the consent of a customer; empty if nothing is stored of them. */
    public Optional<ConsentView> consent(String customer) {
        return reader.header(customer).map(header -> consent(customer, header));
    }

    private ConsentView consent(String customer, CustomerHeader header) {
        SortedMap<String, List<SetConsent>> said = new TreeMap<>();
        header.consents()
                .byIdentity()
                .forEach((identity, known) ->
                        said.put(identity.isEmpty() ? customer : identity, List.copyOf(known.values())));
        return new ConsentView(
                declared.allows(Purpose.SCORING, header.consents()),
                declared.allows(Purpose.ACTIVATION, header.consents()),
                said);
    }

    /**
     * Returns the history of one customer.
     *
     * @param asOf epoch ms; later events are excluded
     * @return empty if the customer has no counted touch in this partition, or may not be scored
     */
    public Optional<CustomerHistory> history(String customer, long asOf) {
        return found(customer, (stored, ledger) -> new CustomerHistoryBuilder(scoring).of(stored.id(), ledger, asOf));
    }

    /**
     * Returns why the score of one customer differs between two moments.
     *
     * @param asked an identity of the customer: at the first moment its customer had those identities that links of up to then
     *     connect with it
     * @param from the first moment, epoch ms
     * @param to the second moment, epoch ms, not before the first
     * @return empty if the customer has no counted touch in this partition, or may not be scored
     */
    public Optional<ScoreChange> change(String customer, String asked, long from, long to) {
        return found(customer, (stored, ledger) -> {
            Set<String> former =
                    identityState(stored.id(), stored.header()).customer().membersWith(asked, from);
            return new ScoreComparison(scoring, scoring).between(stored.ledgerOf(former::contains), ledger, from, to);
        });
    }

    /** Returns what is known of a key as an identity and as a customer; empty if nothing is stored under it. */
    public Optional<IdentityState> identityState(String key) {
        return reader.header(key).map(header -> identityState(key, header));
    }

    private static IdentityState identityState(String key, CustomerHeader header) {
        return header.identities() == null
                ? IdentityState.unknown(key)
                : IdentityState.fromBytes(key, header.identities());
    }

    /**
     * Returns a customer's identities.
     *
     * @return empty if the customer has neither a counted touch in this partition nor another identity, nor said anything of
     *     consent
     */
    public Optional<CustomerIdentities> identities(String customer) {
        return identityState(customer)
                .filter(state -> !state.isUnknown()
                        || consent(customer).filter(ConsentView::isKnown).isPresent()
                        || found(customer, (stored, ledger) -> ledger).isPresent())
                .map(IdentityState::customer);
    }

    /**
     * Returns a page of scores at a time, ordered by customer id (as UTF-8).
     *
     * @param prefix of the ids; may be empty
     * @param after the last customer of the previous page; empty for the first page
     * @param limit the maximum number of customers read
     * @param asOf epoch ms
     * @param since a time to compare with, epoch ms; may be empty
     */
    public ScorePage page(String prefix, String after, int limit, long asOf, OptionalLong since) {
        List<StoredCustomer> customers = reader.page(prefix, after, limit);
        List<ScoredCustomer> scored = new ArrayList<>(customers.size());
        for (StoredCustomer customer : customers) {
            RelationshipLedger ledger = customer.ledger();
            if (isAllowed(customer) && hasCountedCell(ledger, asOf)) {
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

    /** Scores both times with the current ledger, so that the comparison does not depend on when events arrived. */
    private ScoredCustomer compared(String customer, RelationshipLedger ledger, long asOf, long since) {
        Explanation now = scoring.assess(ledger, asOf).explanation();
        Explanation before = scoring.assess(ledger, since).explanation();
        return new ScoredCustomer(
                customer, now.snapshot(), Optional.of(Movement.between(before, hasCountedCell(ledger, since), now)));
    }

    private static boolean hasCountedCell(RelationshipLedger ledger, long asOf) {
        return ledger.firstDay().orElse(Integer.MAX_VALUE) <= Days.lastBefore(asOf);
    }

    /**
     * Returns customers as stored, ordered by id, for an export. Each is complete, as of the moment of the page.
     *
     * @param after the last customer of the previous page; empty for the first page
     * @param limit the maximum number of customers
     */
    public LedgersOfPartition ledgers(String after, int limit) {
        List<StoredCustomer> customers = reader.pageAfter(after, limit, EXPORTED_BYTES);
        List<LedgerPart> parts = new ArrayList<>(customers.size());
        customers.forEach(customer -> LedgerPartMapping.addParts(customer, parts));
        return new LedgersOfPartition(
                parts,
                customers.size(),
                customers.isEmpty() ? "" : customers.get(customers.size() - 1).id());
    }

    /**
     * Returns the erased identities that the partition knows of, for an export. All partitions are told of all, so that those
     * of one are enough.
     */
    public List<LedgerPart> erasures() {
        List<LedgerPart> parts = new ArrayList<>();
        LedgerPartMapping.addParts(suppressions(), parts);
        return parts;
    }

    /** Returns the suppressions of the erased identities that the partition knows of, by the hashes of the identities. */
    public Map<String, Suppression> suppressions() {
        return reader.suppressions();
    }

    /** Returns the counters of the imports of the partition. */
    public ImportCounters imports() {
        return reader.imports();
    }

    /** Returns the counters of the joins of the partition. */
    public JoinCounters joins() {
        return reader.joins();
    }

    /** Returns the counters of the partition. */
    public TouchpointCounters counters() {
        return reader.counters();
    }

    /**
     * A page of customers as stored.
     *
     * @param parts the parts of all customers of the page
     * @param customers the number of customers; 0 if the partition has no more
     * @param last the last customer; empty if there is none
     */
    public record LedgersOfPartition(List<LedgerPart> parts, int customers, String last) {}

    /**
     * A page of scores.
     *
     * @param scores the customers with a counted cell
     * @param last the last customer read; empty if the partition has no more
     */
    public record ScorePage(List<ScoredCustomer> scores, Optional<String> last) {}

    /**
     * The score of a customer.
     *
     * @param customer the customer's id
     * @param snapshot the score at the time requested
     * @param movement the change since the time to compare with, if given
     */
    public record ScoredCustomer(String customer, ScoreSnapshot snapshot, Optional<Movement> movement) {}
}
