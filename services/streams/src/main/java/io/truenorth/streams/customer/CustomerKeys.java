package io.truenorth.streams.customer;

import io.truenorth.streams.bytes.KeyReader;
import io.truenorth.streams.bytes.KeyWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the composite store. A customer's header and months follow each other, customers in the order of their ids
 * (as UTF-8); what is due comes in the order of time.
 *
 * <pre>
 * c customer                  header
 * c customer identity month   month of the ledger, as it came under that identity
 * d time customer             the customer is due at that time; no value
 * n                           counters
 * </pre>
 */
final class CustomerKeys {
    private static final char CUSTOMER = 'c';
    private static final char DUE = 'd';
    private static final char COUNTERS = 'n';

    private CustomerKeys() {}

    static Bytes header(String customer) {
        return new KeyWriter(CUSTOMER).text(customer).key();
    }

    static Bytes month(String customer, String identity, int month) {
        return new KeyWriter(CUSTOMER)
                .text(customer)
                .text(identity)
                .number(month)
                .key();
    }

    /** Behind the last entry of a customer. */
    static Bytes behind(String customer) {
        return new KeyWriter(CUSTOMER).behindText(customer).key();
    }

    /** At or before the first customer whose id begins so. */
    static Bytes firstCustomer(String prefix) {
        return new KeyWriter(CUSTOMER).openText(prefix).key();
    }

    /** Behind the last customer. */
    static Bytes behindCustomers() {
        return new KeyWriter((char) (CUSTOMER + 1)).key();
    }

    static Bytes due(long time, String customer) {
        return new KeyWriter(DUE).number(time).text(customer).key();
    }

    /** At or before the first who is due at a time. */
    static Bytes firstDue(long time) {
        return new KeyWriter(DUE).number(time).key();
    }

    static Bytes behindDue() {
        return new KeyWriter((char) (DUE + 1)).key();
    }

    static Bytes counters() {
        return new KeyWriter(COUNTERS).key();
    }

    /** The customer of an entry of kind {@code c}. */
    static String customerOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        return in.text();
    }

    /** The identity of an entry that is a month. */
    static String identityOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        in.text();
        return in.text();
    }

    /** Whether an entry of a customer is its header, and not a month. */
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
     * Who is due when.
     *
     * @param time epoch ms
     */
    record Due(long time, String customer) {}
}
