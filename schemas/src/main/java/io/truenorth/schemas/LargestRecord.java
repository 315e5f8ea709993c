package io.truenorth.schemas;

/**
 * The maximum size of a topic's records, as brokers measure it: compressed, with framing. Set explicitly on every
 * topic, regardless of broker defaults: a record accepted on one topic must fit, with headers, on the topic it is moved
 * to when it fails.
 */
public enum LargestRecord {
    /** Kafka's default, for brokers and clients alike. */
    USUAL(1_048_588, "1 MiB"),
    /**
     * For records that wrap another record, or that grow with a customer's history. Producers must be configured for it
     * ({@code max.request.size}); consumers need not be, since Kafka returns a record that exceeds their fetch size.
     */
    LARGE(16 << 20, "16 MiB");

    private final int bytes;
    private final String words;

    LargestRecord(int bytes, String words) {
        this.bytes = bytes;
        this.words = words;
    }

    /** Returns the value of Kafka's {@code max.message.bytes}. */
    public int bytes() {
        return bytes;
    }

    /** Returns the size as text: {@code 16 MiB}. */
    public String describe() {
        return words;
    }
}
