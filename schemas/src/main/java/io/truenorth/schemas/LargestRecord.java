package io.truenorth.schemas;

/**
 * How large the records of a topic may be, as the broker measures them: compressed, with what frames them. Every topic says
 * so, whatever the brokers do by default: what one takes must fit, with headers, on the one where it is put when it fails.
 */
public enum LargestRecord {
    /** What Kafka takes unless told otherwise, and the most that its clients send unless told otherwise. */
    USUAL(1_048_588, "1 MiB"),
    /**
     * For records that hold another record and more, or that grow with what is known. Writers must be told so
     * ({@code max.request.size}); readers need not be, as Kafka gives them a record whatever they ask for at the most.
     */
    LARGE(16 << 20, "16 MiB");

    private final int bytes;
    private final String words;

    LargestRecord(int bytes, String words) {
        this.bytes = bytes;
        this.words = words;
    }

    /** The value of Kafka's {@code max.message.bytes}. */
    public int bytes() {
        return bytes;
    }

    /** In words: {@code 16 MiB}. */
    public String describe() {
        return words;
    }
}
