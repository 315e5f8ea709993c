package io.truenorth.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/**
 * The headers that Truenorth adds to a record on {@code touchpoints-failed}. They follow the headers the record was
 * received with: if a name occurs twice, as a producer may send any name, the last one is Truenorth's.
 *
 * @param reason the name of a {@link FailureReason}, possibly one unknown to this version
 * @param path the field, such as {@code identities[0].value}; empty for the record as a whole
 * @param message what was found and what was expected, without personal data
 * @param source the producer or source; empty if unknown
 * @param topic the topic the record was received on, with the deployment's prefix; empty if it failed at the gateway
 * @param partition the partition there
 * @param offset the offset there
 * @param timestamp when it was appended there, epoch ms
 */
public record FailedTouchpoint(
        String reason,
        String path,
        String message,
        String source,
        String topic,
        int partition,
        long offset,
        long timestamp) {

    /**
     * The maximum size of a record that is stored as received, in bytes: key, value and headers, uncompressed. Brokers
     * limit compressed records, so that a record on {@code touchpoints} may be arbitrarily large uncompressed; a larger
     * one stays on its topic only, and is stored here without key and value. A record of this size fits on the topic
     * even though a header repeats its source.
     */
    public static final int LARGEST_KEPT = LargestRecord.LARGE.bytes() / 4;

    /** Prefix of the names of these headers. */
    public static final String HEADERS = "truenorth.failed.";

    private static final int NOWHERE = -1;
    private static final String REQUEST_HEADER = "truenorth.request.";

    /**
     * Returns the headers of a payload that the gateway accepted but could not convert to a touchpoint. It was on no
     * topic: the topic is empty, partition and offset are -1, and the record's value is the payload as sent.
     *
     * @param source the source that sent it, which also determines how a replay interprets it
     * @param receivedAt when it arrived, epoch ms
     */
    public static FailedTouchpoint atGateway(
            FailureReason reason, String path, String message, String source, long receivedAt) {
        return new FailedTouchpoint(reason.name(), path, message, source, "", NOWHERE, NOWHERE, receivedAt);
    }

    /** Returns whether the record failed at the gateway and was never on a topic. */
    public boolean isFromGateway() {
        return topic.isEmpty();
    }

    /** Adds a header of the HTTP request that is needed to interpret the payload. */
    public static void addRequestHeader(Headers headers, String name, String value) {
        headers.add(REQUEST_HEADER + name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the headers of the HTTP request that are needed to interpret the payload, by name. */
    public static Map<String, String> requestHeaders(Headers headers) {
        Map<String, String> found = new TreeMap<>();
        for (var header : headers) {
            if (header.key().startsWith(REQUEST_HEADER)) {
                found.put(
                        header.key().substring(REQUEST_HEADER.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** The headers. Values are UTF-8 text, numbers in decimal. */
    public enum Header {
        REASON("reason", "Why the record was rejected: the name of a reason, such as `INVALID_TEXT`."),
        PATH("path", "The field, such as `identities[0].value`; empty for the record as a whole."),
        MESSAGE("message", "What was found and what was expected, without personal data."),
        SOURCE("source", "The producer, as in Touchpoint.source; empty if unknown."),
        TOPIC("topic", "The topic it was received on, even if re-keyed since; empty if it failed at the gateway."),
        PARTITION("partition", "The partition it was received on; -1 if it failed at the gateway."),
        OFFSET("offset", "The offset it was received at; -1 if it failed at the gateway."),
        TIMESTAMP("timestamp", "When it was appended there, or arrived at the gateway; epoch milliseconds UTC.");

        private final String key;
        private final String meaning;

        Header(String name, String meaning) {
            this.key = HEADERS + name;
            this.meaning = meaning;
        }

        /** Returns the name of the header. */
        public String key() {
            return key;
        }

        /** Returns the description of its value, for generated documents. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * Reads the headers of a record on {@code touchpoints-failed}.
     *
     * @throws IllegalArgumentException naming the header that is missing or not a number
     */
    public static FailedTouchpoint read(Headers headers) {
        return new FailedTouchpoint(
                text(headers, Header.REASON),
                text(headers, Header.PATH),
                text(headers, Header.MESSAGE),
                text(headers, Header.SOURCE),
                text(headers, Header.TOPIC),
                number(headers, Header.PARTITION, Integer::parseInt),
                number(headers, Header.OFFSET, Long::parseLong),
                number(headers, Header.TIMESTAMP, Long::parseLong));
    }

    /** Appends the headers to those present. */
    public void addTo(Headers headers) {
        add(headers, Header.REASON, reason);
        add(headers, Header.PATH, path);
        add(headers, Header.MESSAGE, message);
        add(headers, Header.SOURCE, source);
        add(headers, Header.TOPIC, topic);
        add(headers, Header.PARTITION, Integer.toString(partition));
        add(headers, Header.OFFSET, Long.toString(offset));
        add(headers, Header.TIMESTAMP, Long.toString(timestamp));
    }

    /** Returns the reason, or empty if it is unknown to this version. */
    public Optional<FailureReason> knownReason() {
        return Arrays.stream(FailureReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst();
    }

    private static void add(Headers headers, Header header, String value) {
        headers.add(header.key(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, Header header) {
        return Optional.ofNullable(headers.lastHeader(header.key()))
                .map(last -> last.value())
                .map(utf8 -> new String(utf8, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException(
                        "header " + header.key() + ": missing; the record is not from touchpoints-failed"));
    }

    private static <N extends Number> N number(Headers headers, Header header, Function<String, N> reading) {
        String text = text(headers, header);
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "header " + header.key() + ": expected a whole number, was '" + text + "'", e);
        }
    }
}
