package io.truenorth.streams.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The outputs of the processors that fold touchpoints. A record is forwarded to one of them by its name, with a value of the
 * output's own type.
 */
final class Outputs {
    /** Scores; a value of null withdraws one, and is published as a tombstone. */
    static final String SCORES = "egress-scores";

    static final String TRANSITIONS = "egress-transitions";
    static final String IDENTITY_EVENTS = "egress-identity-events";
    /** The customer that another is part of; a value of null is published as a tombstone. */
    static final String REDIRECTS = "egress-redirects";

    static final String RECEIPTS = "egress-receipts";
    /** Rejected records, with their value as received. */
    static final String FAILED = "egress-failed";

    static final String FAILED_REKEYED = "egress-failed-rekeyed";
    static final String FAILED_IMPORTS = "egress-failed-imports";
    static final String FAILED_REQUESTS = "egress-failed-requests";
    /** The differences that a commit makes to scopes. */
    static final String DELTAS = AdvocacyRollup.DELTAS + "-repartition-filter";

    /** Records that belong on another partition. */
    static final String MISPLACED = TouchpointTopology.MISPLACED + "-repartition-filter";

    private Outputs() {}

    /** Returns the serde of an output to a topic: it writes values of one type, of the several that are forwarded. */
    @SuppressWarnings("unchecked") // a record is forwarded to an output with a value of the output's type
    static Serde<Object> to(Serde<?> values) {
        return (Serde<Object>) values;
    }

    /** Returns the serde of an output to an internal topic, whose values are read as bytes. */
    static Serde<Object> through(Serializer<Object> serializer) {
        return Serdes.serdeFrom(serializer, (topic, bytes) -> bytes);
    }
}
