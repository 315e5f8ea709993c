package io.truenorth.streams.reference;

import io.truenorth.streams.bytes.KeyReader;
import io.truenorth.streams.bytes.KeyWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of references in the composite store.
 *
 * <pre>
 * o reference          state of the reference
 * o reference number   a touchpoint that waits for its owner, in the order of arrival
 * w time reference     the reference is to be looked at at that time; no value
 * </pre>
 */
final class ReferenceKeys {
    private static final char REFERENCE = 'o';
    private static final char DUE = 'w';

    private ReferenceKeys() {}

    static Bytes state(String reference) {
        return new KeyWriter(REFERENCE).text(reference).key();
    }

    static Bytes waiting(String reference, long number) {
        return new KeyWriter(REFERENCE).text(reference).number(number).key();
    }

    /** Returns an upper bound of a reference's entries. */
    static Bytes behind(String reference) {
        return new KeyWriter(REFERENCE).behindText(reference).key();
    }

    /** Returns a lower bound of all references. */
    static Bytes first() {
        return new KeyWriter(REFERENCE).key();
    }

    /** Returns an upper bound of all references. */
    static Bytes last() {
        return new KeyWriter((char) (REFERENCE + 1)).key();
    }

    /** Returns the reference of an entry of kind {@code o}. */
    static String referenceOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        return in.text();
    }

    static Bytes due(long time, String reference) {
        return new KeyWriter(DUE).number(time).text(reference).key();
    }

    /** Returns a lower bound of the references due at a time. */
    static Bytes firstDue(long time) {
        return new KeyWriter(DUE).number(time).key();
    }

    static Bytes behindDue() {
        return new KeyWriter((char) (DUE + 1)).key();
    }

    static DueReference dueOf(Bytes key) {
        KeyReader in = new KeyReader(key);
        in.kind();
        return new DueReference(in.number(), in.text());
    }

    /**
     * An entry of the due index.
     *
     * @param time epoch ms
     */
    record DueReference(long time, String reference) {}
}
