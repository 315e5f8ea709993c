package io.truenorth.streams.customer;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * Counts of the imported parts of ledgers of one partition, cumulative; {@code received = united + failed}. Stored with the
 * ledgers, as {@link TouchpointCounters} are.
 *
 * @param received records consumed from the topic of imports
 * @param united parts united with a customer, whether they changed anything or not
 * @param failed rejected records
 */
public record ImportCounters(long received, long united, long failed) {
    /** All counts zero. */
    public static final ImportCounters ZERO = new ImportCounters(0, 0, 0);

    private static final int VERSION = 1;

    ImportCounters withReceived() {
        return new ImportCounters(received + 1, united, failed);
    }

    ImportCounters withUnited() {
        return new ImportCounters(received, united + 1, failed);
    }

    ImportCounters withFailed() {
        return new ImportCounters(received, united, failed + 1);
    }

    /** Returns the sum with other counters. */
    public ImportCounters plus(ImportCounters other) {
        return new ImportCounters(received + other.received, united + other.united, failed + other.failed);
    }

    byte[] toBytes() {
        return new FieldWriter()
                .writeByte(VERSION)
                .writeLong(received)
                .writeLong(united)
                .writeLong(failed)
                .toBytes();
    }

    static ImportCounters fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("counters of imports", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        ImportCounters counters = new ImportCounters(in.readLong(), in.readLong(), in.readLong());
        in.expectEnd();
        return counters;
    }
}
