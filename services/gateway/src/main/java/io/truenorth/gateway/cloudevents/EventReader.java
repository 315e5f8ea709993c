package io.truenorth.gateway.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.truenorth.gateway.intake.UnmappedException;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Reads an event in the binary or structured mode of the HTTP and the Kafka binding. Binary events are read by the SDK, once their
 * attributes have been held against the specification, which the SDK does in part.
 */
final class EventReader {

    /** The media type of one event in JSON. */
    static final String STRUCTURED = "application/cloudevents+json";

    private static final String CONTENT_TYPE = "content-type";
    private static final String HTTP = "ce-";
    private static final String KAFKA = "ce_";

    private EventReader() {}

    /**
     * The headers that the meaning of an event depends on, by name in lower case.
     *
     * @param headers all headers of a request or record
     */
    static Map<String, String> meant(Map<String, String> headers) {
        Map<String, String> meant = new TreeMap<>();
        headers.forEach((name, value) -> {
            String known = name.toLowerCase(Locale.ROOT);
            if (known.equals(CONTENT_TYPE) || known.startsWith(HTTP) || known.startsWith(KAFKA)) {
                meant.put(known, value);
            }
        });
        return meant;
    }
}
