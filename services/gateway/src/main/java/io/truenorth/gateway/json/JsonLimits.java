package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How large a text of JSON may be, by what it is. */
public enum JsonLimits {
    /** An event in our own form: the largest that the contract allows has fewer values. */
    EVENT("an event", 1000, 65_536, 32, 1024, 100),
    /** A payload in the form of another system: a batch of hundreds of events, with whole mails and attachments in it. */
    PAYLOAD("a payload", 100_000, 4 << 20, 32, 1024, 100),
    /**
     * A message of an analytics library, or many of them: few of its values are looked at, and how strange the others are must
     * not cost it, or those that it came with.
     */
    MESSAGE("a message", 100_000, 4 << 20, 500, 65_536, 65_536);

    static final int DEEPEST = 32;

    private final String what;
    private final int mostValues;
    private final int longestString;
    private final int deepest;
    private final int longestName;
    private final int longestNumber;
    private final JsonFactory factory;

    JsonLimits(String what, int mostValues, int longestString, int deepest, int longestName, int longestNumber) {
        this.what = what;
        this.mostValues = mostValues;
        this.longestString = longestString;
        this.deepest = deepest;
        this.longestName = longestName;
        this.longestNumber = longestNumber;
        this.factory = JsonFactory.builder()
                // Names come from outside: remembering them would let anybody fill a table of this process.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxStringLength(longestString)
                        .maxNameLength(longestName)
                        .maxNumberLength(longestNumber)
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

    String description() {
        return deepest + " levels, " + longestString + " characters of a string, " + longestName + " of a name and "
                + longestNumber + " of a number";
    }
}
