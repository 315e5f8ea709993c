package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureResolution;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record on {@code touchpoints-failed}.
 *
 * @param id its id
 * @param failure the reason and the origin
 * @param key its key as received; may be null
 * @param value its value as received; may be null
 * @param headers all of its headers
 * @param resolution its resolution; empty while it is open
 */
public record FailedRecord(
        FailedId id,
        FailedTouchpoint failure,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        Optional<FailureResolution> resolution) {

    static FailedRecord of(ConsumerRecord<byte[], byte[]> record, Map<FailedId, FailureResolution> resolutions) {
        FailedId id = new FailedId(record.partition(), record.offset());
        return new FailedRecord(
                id,
                FailedTouchpoint.read(record.headers()),
                record.key(),
                record.value(),
                record.headers(),
                Optional.ofNullable(resolutions.get(id)));
    }

    /** Whether it has no resolution yet. */
    public boolean isOpen() {
        return resolution.isEmpty();
    }

    /**
     * This record with a corrected body.
     *
     * @throws CommandFailure if it was not received by the gateway: the value of a record on a topic is not corrected by hand
     */
    FailedRecord withBody(byte[] body) {
        if (!failure.isFromGateway()) {
            throw new CommandFailure("--body: expected a record that the gateway received, " + id
                    + " is from the topic " + failure.topic());
        }
        return new FailedRecord(id, failure, key, body, headers, resolution);
    }

    /** The original headers and the id of this record. */
    Headers headersToReplay() {
        Headers received = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(FailedTouchpoint.HEADERS)) {
                received.add(header);
            }
        }
        id.mark(received);
        return received;
    }
}
