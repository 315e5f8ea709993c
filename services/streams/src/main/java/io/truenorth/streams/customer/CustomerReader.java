package io.truenorth.streams.customer;

import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.customer.CustomerKeys.Due;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the customers of one partition from the store. Thread-safe, since it does not access the heap cache. */
final class CustomerReader {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final long reactionWindow;

    /** @param reactionWindow of the ledgers, ms; see {@link RelationshipLimits} */
    CustomerReader(ReadOnlyKeyValueStore<Bytes, byte[]> entries, long reactionWindow) {
        this.entries = entries;
        this.reactionWindow = reactionWindow;
    }

    /** Finds a customer, read as of one moment. */
    Optional<StoredCustomer> find(String customer) {
        return read(CustomerKeys.header(customer), CustomerKeys.behind(customer), 1, Long.MAX_VALUE).stream()
                .findFirst();
    }

    /** Finds what is stored of a customer besides the blocks. */
    Optional<CustomerHeader> header(String customer) {
        return Optional.ofNullable(entries.get(CustomerKeys.header(customer))).map(CustomerHeaderFormat::read);
    }

    /**
     * Finds a customer as {@link #find} does, for the thread that writes: most customers take one point look-up, which a
     * filter answers for a new one.
     */
    Optional<StoredCustomer> findForUpdate(String customer) {
        byte[] stored = entries.get(CustomerKeys.header(customer));
        if (stored == null) {
            return Optional.empty();
        }
        CustomerHeader header = CustomerHeaderFormat.read(stored);
        return header.hasBlocks() ? find(customer) : Optional.of(stored(customer, header));
    }

    private StoredCustomer stored(String customer, CustomerHeader header) {
        return new StoredCustomer(customer, header, new TreeMap<>(), reactionWindow);
    }

    /**
     * Returns customers ordered by id.
     *
     * @param prefix of the ids; may be empty
     * @param after the last customer of the previous page; empty for the first page
     * @param limit the maximum number of customers
     */
    List<StoredCustomer> page(String prefix, String after, int limit) {
        Bytes from = after.isEmpty() ? CustomerKeys.firstCustomer(prefix) : CustomerKeys.behind(after);
        List<StoredCustomer> page = read(from, CustomerKeys.behindCustomers(), limit, Long.MAX_VALUE);
        page.removeIf(customer -> !customer.id().startsWith(prefix));
        return page;
    }

    /**
     * Returns customers ordered by id, as of one moment.
     *
     * @param after the last customer of the previous page; empty for the first page
     * @param limit the maximum number of customers
     * @param bytes after which no further customer is added
     */
    List<StoredCustomer> pageAfter(String after, int limit, long bytes) {
        Bytes from = after.isEmpty() ? CustomerKeys.firstCustomer("") : CustomerKeys.behind(after);
        return read(from, CustomerKeys.behindCustomers(), limit, bytes);
    }

    private List<StoredCustomer> read(Bytes from, Bytes to, int limit, long maxBytes) {
        List<StoredCustomer> customers = new ArrayList<>();
        StoredCustomer current = null;
        long bytes = 0;
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, to)) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                if (CustomerKeys.isHeader(entry.key)) {
                    if (customers.size() == limit || bytes >= maxBytes) {
                        break;
                    }
                    current = stored(CustomerKeys.customerOf(entry.key), CustomerHeaderFormat.read(entry.value));
                    customers.add(current);
                } else {
                    addBlock(current, entry);
                }
                bytes += entry.value.length;
            }
        }
        return customers;
    }

    private static void addBlock(@Nullable StoredCustomer customer, KeyValue<Bytes, byte[]> entry) {
        if (customer == null) {
            throw new IllegalStateException("a block of a ledger is stored without its customer's header");
        }
        customer.addBlock(CustomerKeys.identityOf(entry.key), entry.value);
    }

    /**
     * Returns the customers due in a range of times.
     *
     * @param from epoch ms; no customer is due before
     * @param until epoch ms
     * @param limit the maximum number of customers
     */
    List<Due> due(long from, long until, int limit) {
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                entries.range(CustomerKeys.firstDue(from), CustomerKeys.firstDue(until + 1))) {
            while (range.hasNext() && due.size() < limit) {
                due.add(CustomerKeys.dueOf(range.next().key));
            }
        }
        return due;
    }

    /** Returns the next due time, from a time (epoch ms) on. */
    OptionalLong nextDue(long from) {
        try (KeyValueIterator<Bytes, byte[]> range =
                entries.range(CustomerKeys.firstDue(from), CustomerKeys.behindDue())) {
            return range.hasNext()
                    ? OptionalLong.of(CustomerKeys.dueOf(range.next().key).time())
                    : OptionalLong.empty();
        }
    }

    /** Returns the order of namespaces by which the customers were joined; empty if it is not stored yet. */
    Optional<IdentityRanking> ranking() {
        return Optional.ofNullable(entries.get(CustomerKeys.ranking())).map(RankingFormat::read);
    }

    Map<String, Suppression> suppressions() {
        return StoredSuppressions.read(entries);
    }

    ImportCounters imports() {
        byte[] stored = entries.get(CustomerKeys.importCounters());
        return stored == null ? ImportCounters.ZERO : ImportCounters.fromBytes(stored);
    }

    JoinCounters joins() {
        byte[] stored = entries.get(CustomerKeys.joinCounters());
        return stored == null ? JoinCounters.ZERO : JoinCounters.fromBytes(stored);
    }

    TouchpointCounters counters() {
        byte[] stored = entries.get(CustomerKeys.counters());
        return stored == null ? TouchpointCounters.ZERO : TouchpointCounters.fromBytes(stored);
    }
}
