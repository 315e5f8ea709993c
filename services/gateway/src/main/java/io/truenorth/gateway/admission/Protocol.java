package io.truenorth.gateway.admission;

import java.util.Locale;

/** The protocols in which sources send, by their names in the documents of sources. */
public enum Protocol {
    /** Any JSON, mapped by the rules of the source's document. */
    WEBHOOK,
    /** The native API. */
    TOUCHPOINTS,
    /** Calls of Segment's tracking API. */
    SEGMENT,
    /** CloudEvents by HTTP or Kafka. */
    CLOUDEVENTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
