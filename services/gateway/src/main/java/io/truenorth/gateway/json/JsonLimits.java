package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** The limits of a JSON text, by what it holds. */
public enum JsonLimits {
    /** An event in the native form; the largest that the contract allows has fewer values. */
    EVENT("an event", 1000, 65_536, 32, 1024, 100),
    /** The payload of another system: a batch of hundreds of events, with whole mails and attachments in it. */
    PAYLOAD("a payload", 100_000, 4 << 20, 32, 1024, 100),
    /**
     * One or more messages of an analytics library. Few of their values are looked at, and unusual other values must not cost
     * the message.
     */
    MESSAGE("a message", 100_000, 4 << 20, 500, 65_536, 65_536);

    static final int MAX_DEPTH = 32;

    private final String subject;
    private final int maxValues;
    private final int maxStringLength;
    private final int maxDepth;
    private final int maxNameLength;
    private final int maxNumberLength;
    private final JsonFactory factory;

    JsonLimits(
            String subject, int maxValues, int maxStringLength, int maxDepth, int maxNameLength, int maxNumberLength) {
        this.subject = subject;
        this.maxValues = maxValues;
        this.maxStringLength = maxStringLength;
        this.maxDepth = maxDepth;
        this.maxNameLength = maxNameLength;
        this.maxNumberLength = maxNumberLength;
        this.factory = JsonFactory.builder()
                // Names come from outside: caching them would let anybody fill a table of this process.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(maxStringLength)
                        .maxNameLength(maxNameLength)
                        .maxNumberLength(maxNumberLength)
                        .build())
                .build();
    }

    /** How a message names what is limited. */
    String subject() {
        return subject;
    }

    /** The most values, nested ones included. */
    int maxValues() {
        return maxValues;
    }

    JsonFactory factory() {
        return factory;
    }

    String description() {
        return maxDepth + " levels, " + maxStringLength + " characters of a string, " + maxNameLength
                + " of a name and " + maxNumberLength + " of a number";
    }
}
