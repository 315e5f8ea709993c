package io.truenorth.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/**
 * What the headers of a record on {@code touchpoints-failed} say beside those that it was received with. They stand behind
 * them: of a name that is there twice, as a producer may send any, the last one is ours.
 *
 * @param reason why it was refused: the name of a {@link FailureReason}, or of one that a newer writer knows
 * @param path which field, such as {@code identities[0].value}; empty for the record as a whole
 * @param message what was found and what was expected, without personal data
 * @param source which producer or source sent it; empty where unknown
 * @param topic where it was received, with the deployment's prefix; empty of what the gateway accepted
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
     * The most bytes of a record that is put there as received: key, value and headers, unpacked. A broker measures packed
     * records, so that what {@code touchpoints} takes may unpack to anything; a larger one is left where it was received,
     * and has neither key nor value here. This much can be written though its source stands in a header once more.
     */
    public static final int LARGEST_KEPT = LargestRecord.LARGE.bytes() / 4;

    /** How the names of all these headers begin. */
    public static final String HEADERS = "truenorth.failed.";

    private static final int NOWHERE = -1;
    private static final String REQUEST_HEADER = "truenorth.request.";

    /**
     * What the gateway accepted and could not make a touchpoint of. It was on no topic: the topic is empty, partition and
     * offset are -1, and the value is what was sent.
     *
     * @param source the source that sent it, which is also how it is understood when it is replayed
     * @param receivedAt when it arrived, epoch ms
     */
    public static FailedTouchpoint atGateway(
            FailureReason reason, String path, String message, String source, long receivedAt) {
        return new FailedTouchpoint(reason.name(), path, message, source, "", NOWHERE, NOWHERE, receivedAt);
    }

    /** Whether the gateway accepted it and it never was on a topic. */
    public boolean isFromGateway() {
        return topic.isEmpty();
    }

    /** Adds a header of the request that the record's meaning depends on. */
    public static void addRequestHeader(Headers headers, String name, String value) {
        headers.add(REQUEST_HEADER + name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The request's headers that the record's meaning depends on, by name. */
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

    /** The headers by name. Values are text in UTF-8, numbers in decimals. */
    public enum Header {
        REASON("reason", "Why it was refused, by name, such as `INVALID_TEXT`."),
        PATH("path", "Which field, such as `identities[0].value`; empty for the record as a whole."),
        MESSAGE("message", "What was found and what was expected, without personal data."),
        SOURCE("source", "Which producer sent it, as in Touchpoint.source; empty where unknown."),
        TOPIC(
                "topic",
                "The topic it was received on, also if it was re-keyed on the way; empty of what the gateway accepted."),
        PARTITION("partition", "The partition it was received on; -1 of what the gateway accepted."),
        OFFSET("offset", "Its offset there; -1 of what the gateway accepted."),
        TIMESTAMP("timestamp", "When it was appended there, or arrived at the gateway; epoch milliseconds UTC.");

        private final String key;
        private final String meaning;

        Header(String name, String meaning) {
            this.key = HEADERS + name;
            this.meaning = meaning;
        }

        /** The name of the header. */
        public String key() {
            return key;
        }

        /** What its value says, for documents. */
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

    /** Writes the headers behind those that are there. */
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

    /** The reason, unless only a newer writer knows it. */
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
                .orElseThrow(() -> new IllegalArgumentException("header " + header.key()
                        + ": expected, but missing; the record is not from touchpoints-failed"));
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
