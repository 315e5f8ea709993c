package io.truenorth.streams.decode;

import io.truenorth.schemas.FailedTouchpoint;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was received on {@code touchpoints}.
 *
 * @param key its bytes
 * @param value its bytes
 * @param headers its headers
 * @param origin where it was first received, also after it was re-keyed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as received; nobody compares them
public record ReceivedRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Origin origin) {

    /** Whether it is too large to be read, or to be written to any other topic. */
    public boolean isOversized() {
        return bytes() > FailedTouchpoint.LARGEST_KEPT;
    }

    /** What can be written of a record that is oversized: where it lies. */
    public ReceivedRecord withoutContent() {
        return new ReceivedRecord(null, null, new RecordHeaders(), origin);
    }

    /** How large it is: key, value and headers. */
    long bytes() {
        long bytes = lengthOf(key) + lengthOf(value);
        for (Header header : headers) {
            bytes += header.key().getBytes(StandardCharsets.UTF_8).length + lengthOf(header.value());
        }
        return bytes;
    }

    private static long lengthOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
