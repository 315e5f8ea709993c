package io.truenorth.streams.customer;

import io.truenorth.streams.bytes.KeyReader;
import io.truenorth.streams.bytes.KeyWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the composite store. A customer's header and blocks are adjacent, customers ordered by id (as UTF-8); entries
 * of the due index are ordered by time.
 *
 * <pre>
 * c customer                  header
 * c customer identity month   block of the ledger, by the identity of its touches
 * d time customer             the customer is due at that time; no value
 * i                           counters of imports
 * j                           counters of joins
 * k                           how far what was deleted is compacted away
 * n                           counters
 * r                           the order of namespaces by which identities were joined
 * s hash                      suppression of an erased identity, by the hash of its name
 * v                           how far the mentions of erased identities are removed
 * o, w                        references, see {@link io.truenorth.streams.reference}
 * </pre>
 */
final class CustomerKeys {
    private static final char CUSTOMER = 'c';
    private static final char DUE = 'd';
    private static final char IMPORT_COUNTERS = 'i';
    private static final char JOIN_COUNTERS = 'j';
    private static final char COMPACTION = 'k';
    private static final char COUNTERS = 'n';
    private static final char RANKING = 'r';
    private static final char SUPPRESSION = 's';
    private static final char SWEEP = 'v';

    private CustomerKeys() {}

    static Bytes header(String customer) {
        return new KeyWriter(CUSTOMER).text(customer).key();
    }

    static Bytes block(String customer, String identity, int month) {
        return new KeyWriter(CUSTOMER)
                .text(customer)
                .text(identity)
                .number(month)
                .key();
    }

    /** Returns an upper bound of a customer's entries. */
    static Bytes behind(String customer) {
        return new KeyWriter(CUSTOMER).behindText(customer).key();
    }

    /** Returns a lower bound of the customers whose id starts with a prefix. */
    static Bytes firstCustomer(String prefix) {
        return new KeyWriter(CUSTOMER).openText(prefix).key();
    }

    /** Returns an upper bound of all customers. */
    static Bytes behindCustomers() {
        return new KeyWriter((char) (CUSTOMER + 1)).key();
    }

    static Bytes due(long time, String customer) {
        return new KeyWriter(DUE).number(time).text(customer).key();
    }

    /** Returns a lower bound of the customers due at a time. */
    static Bytes firstDue(long time) {
        return new KeyWriter(DUE).number(time).key();
    }

    static Bytes behindDue() {
        return new KeyWriter((char) (DUE + 1)).key();
    }

    static Bytes counters() {
        return new KeyWriter(COUNTERS).key();
    }

    static Bytes importCounters() {
        return new KeyWriter(IMPORT_COUNTERS).key();
    }

    static Bytes joinCounters() {
        return new KeyWriter(JOIN_COUNTERS).key();
    }

    static Bytes ranking() {
        return new KeyWriter(RANKING).key();
    }

    static Bytes suppression(String hash) {
        return new KeyWriter(SUPPRESSION).text(hash).key();
    }

    static Bytes firstSuppression() {
        return new KeyWriter(SUPPRESSION).key();
    }

    static Bytes behindSuppressions() {
        return new KeyWriter((char) (SUPPRESSION + 1)).key();
    }

    /** Returns the hash of a suppression's entry. */
    static String suppressedBy(Bytes key) {
        return firstText(key);
    }

    static Bytes sweep() {
        return new KeyWriter(SWEEP).key();
    }

    static Bytes compaction() {
        return new KeyWriter(COMPACTION).key();
    }

    /** Returns the customer of an entry of kind {@code c}. */
    static String customerOf(Bytes key) {
        return firstText(key);
    }

    private static String firstText(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        return in.text();
    }

    /** Returns the identity of a block's entry. */
    static String identityOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        in.text();
        return in.text();
    }

    /** Returns whether a customer's entry is the header, and not a block. */
    static boolean isHeader(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        in.text();
        return in.atEnd();
    }

    static Due dueOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        return new Due(in.number(), in.text());
    }

    /**
     * An entry of the due index.
     *
     * @param time epoch ms
     */
    record Due(long time, String customer) {}
}
