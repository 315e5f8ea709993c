package io.truenorth.gateway.cloudevents;

import io.truenorth.gateway.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What we read of a CloudEvent, whatever way it came.
 *
 * @param id unique among the events of its source
 * @param source a URI reference
 * @param type what happened, in the words of its producer
 * @param time when, if it says so
 * @param subject whom or what it is about, in the context of its source
 * @param datacontenttype the media type of its data
 * @param extensions other attributes as texts, by name
 * @param data its data, where that is JSON
 */
record CloudEventEnvelope(
        String id,
        String source,
        String type,
        Optional<Instant> time,
        Optional<String> subject,
        Optional<String> datacontenttype,
        Map<String, String> extensions,
        Optional<JsonValue> data) {

    /** Keeps what is given as it is. */
    CloudEventEnvelope {
        extensions = Map.copyOf(extensions);
    }
}
