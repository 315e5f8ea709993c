package io.truenorth.gateway.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Reads an event in the structured or binary mode of the HTTP or the Kafka binding. An event in binary mode is read by the SDK, after
 * its attributes were validated, which the SDK does only in part.
 */
final class CloudEventReader {

    /** The media type of an event in JSON. */
    static final String STRUCTURED = "application/cloudevents+json";

    /** How the media types of all events in structured mode begin. */
    static final String ANY_STRUCTURED = "application/cloudevents";

    private static final String CONTENT_TYPE = "content-type";
    private static final String HTTP = "ce-";
    private static final String KAFKA = "ce_";

    /** The attributes that are read; other extensions are ignored. */
    private static final List<String> ATTRIBUTES = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "time",
            "subject",
            "dataschema",
            CloudEventTranslation.IDENTITY,
            CloudEventTranslation.CHANNEL,
            CloudEventTranslation.DIRECTION);

    private CloudEventReader() {}

    /**
     * The headers that the meaning of an event depends on, by name in lower case.
     *
     * @param headers the value of a header by its name
     */
    static Map<String, String> relevantHeaders(Function<String, Optional<String>> headers) {
        Map<String, String> relevant = new LinkedHashMap<>();
        headers.apply(CONTENT_TYPE).ifPresent(value -> relevant.put(CONTENT_TYPE, value));
        for (String prefix : List.of(HTTP, KAFKA)) {
            for (String attribute : ATTRIBUTES) {
                headers.apply(prefix + attribute).ifPresent(value -> relevant.put(prefix + attribute, value));
            }
        }
        return relevant;
    }

    /** Whether an event is in binary mode, of either binding. */
    static boolean isBinary(Map<String, String> headers) {
        return headers.containsKey(HTTP + "specversion") || headers.containsKey(KAFKA + "specversion");
    }

    /**
     * Reads the event of a request or record.
     *
     * @throws UnmappedException if it is not an event
     */
    static CloudEventEnvelope read(ReceivedMessage message) throws UnmappedException {
        String body = message.body();
        String contentType = message.header(CONTENT_TYPE).orElse("");
        if (mediaType(contentType).equals(STRUCTURED)) {
            return JsonCloudEvent.read(body);
        }
        if (mediaType(contentType).startsWith(ANY_STRUCTURED) || !isBinary(message.headers())) {
            throw new UnmappedException(
                    "", "expected an event: its attributes in headers, or the content type " + STRUCTURED);
        }
        boolean kafka = message.header(KAFKA + "specversion").isPresent();
        Map<String, String> attributes = kafka ? attributes(KAFKA, message) : decoded(attributes(HTTP, message));
        if (!contentType.isEmpty()) {
            CloudEventEnvelope.validateAttribute("datacontenttype", contentType);
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            CloudEventEnvelope.validateAttribute(attribute.getKey(), attribute.getValue());
        }
        return envelope(bySdk(kafka, attributes, contentType, body), body);
    }

    /** A media type without its parameters, in lower case. */
    static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(String prefix, ReceivedMessage message) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : ATTRIBUTES) {
            message.header(prefix + name).ifPresent(value -> attributes.put(name, value));
        }
        return attributes;
    }

    /** Decodes values of HTTP headers: quotes are removed, then percent-encoding. */
    private static Map<String, String> decoded(Map<String, String> attributes) throws UnmappedException {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String value = attribute.getValue();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            String plain = quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
            try {
                decoded.put(attribute.getKey(), URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new UnmappedException("/" + attribute.getKey(), "expected % before two hexadecimal digits only");
            }
        }
        return decoded;
    }

    private static CloudEvent bySdk(boolean kafka, Map<String, String> attributes, String contentType, String body)
            throws UnmappedException {
        Map<String, String> headers = new LinkedHashMap<>();
        attributes.forEach((name, value) -> headers.put((kafka ? KAFKA : HTTP) + name, value));
        if (!contentType.isEmpty()) {
            headers.put(CONTENT_TYPE, contentType);
        }
        byte[] data = body.getBytes(StandardCharsets.UTF_8);
        try {
            MessageReader reader = kafka
                    ? KafkaMessageFactory.createReader(recordHeaders(headers), data)
                    : HttpMessageFactory.createReader(headers, data);
            return reader.toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new UnmappedException("", "expected an event: " + e.getMessage());
        }
    }

    private static Headers recordHeaders(Map<String, String> texts) {
        Headers headers = new RecordHeaders();
        texts.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static CloudEventEnvelope envelope(CloudEvent event, String body) throws UnmappedException {
        Map<String, String> extensions = new LinkedHashMap<>();
        event.getExtensionNames().forEach(name -> extensions.put(name, String.valueOf(event.getExtension(name))));
        return new CloudEventEnvelope(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                Optional.ofNullable(event.getTime()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(event.getSubject()),
                Optional.ofNullable(event.getDataContentType()),
                extensions,
                data(event, body));
    }

    private static Optional<JsonNode> data(CloudEvent event, String body) throws UnmappedException {
        String contentType = event.getDataContentType();
        if (contentType == null || !JsonCloudEvent.isJson(contentType) || body.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.readValue(body, JsonLimits.EVENT, new Violations()));
        } catch (InvalidJsonException e) {
            throw new UnmappedException("/data", e.getMessage());
        }
    }
}
