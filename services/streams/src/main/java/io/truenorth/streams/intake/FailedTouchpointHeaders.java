package io.truenorth.streams.intake;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of {@code touchpoints-failed}: those of the received record, and behind them ours. Of a header that is there
 * twice, the last one is ours. All values are text in UTF-8, numbers in decimals.
 */
public final class FailedTouchpointHeaders {
    /** A name of {@link FailureReason}. */
    public static final String REASON = "truenorth.failed.reason";
    /** Which field; empty for the record as a whole. */
    public static final String PATH = "truenorth.failed.path";
    /** What was found and what was expected. */
    public static final String MESSAGE = "truenorth.failed.message";
    /** Which producer sent it; empty where unknown. */
    public static final String SOURCE = "truenorth.failed.source";
    /** The topic it was received on. */
    public static final String TOPIC = "truenorth.failed.topic";
    /** The partition it was received on. */
    public static final String PARTITION = "truenorth.failed.partition";
    /** Its offset there. */
    public static final String OFFSET = "truenorth.failed.offset";
    /** When it was appended there, epoch ms. */
    public static final String TIMESTAMP = "truenorth.failed.timestamp";

    private FailedTouchpointHeaders() {}

    /** The headers of a record that was refused. */
    public static Headers of(ReceivedRecord received, Refusal refusal) {
        Origin origin = received.origin();
        RecordHeaders headers = new RecordHeaders(received.headers());
        add(headers, REASON, refusal.reason().name());
        add(headers, PATH, refusal.path());
        add(headers, MESSAGE, refusal.message());
        add(headers, SOURCE, refusal.source());
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
