package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How large a text of JSON may be, by what it is. */
public enum JsonLimits {
    /** An event in our own form: the largest that the contract allows has fewer values. */
    EVENT("an event", 1000, 65_536),
    /** A payload in the form of another system: a batch of hundreds of events, with whole mails and attachments in it. */
    PAYLOAD("a payload", 100_000, 4 << 20);

    static final int DEEPEST = 32;

    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_NUMBER = 100;

    private final String what;
    private final int mostValues;
    private final int longestString;
    private final JsonFactory factory;

    JsonLimits(String what, int mostValues, int longestString) {
        this.what = what;
        this.mostValues = mostValues;
        this.longestString = longestString;
        this.factory = JsonFactory.builder()
                // Names come from outside: remembering them would let anybody fill a table of this process.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longestString)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** How a message calls it. */
    String what() {
        return what;
    }

    /** How many values it may have, those inside of others too. */
    int mostValues() {
        return mostValues;
    }

    JsonFactory factory() {
        return factory;
    }

    String inWords() {
        return DEEPEST + " levels, " + longestString + " characters of a string, " + LONGEST_NAME + " of a name and "
                + LONGEST_NUMBER + " of a number";
    }
}
