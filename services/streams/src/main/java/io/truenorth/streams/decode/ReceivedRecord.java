package io.truenorth.streams.decode;

import io.truenorth.schemas.FailedTouchpoint;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as received on {@code touchpoints}.
 *
 * @param key its bytes
 * @param value its bytes
 * @param headers its headers
 * @param origin where it was first received, even after re-keying
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as received; never compared
public record ReceivedRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Origin origin) {

    /** Returns whether the record is too large to be decoded or written to another topic. */
    public boolean isOversized() {
        return bytes() > FailedTouchpoint.LARGEST_KEPT;
    }

    /** Returns the record without key and value, as stored for an oversized record. */
    public ReceivedRecord withoutContent() {
        return new ReceivedRecord(null, null, new RecordHeaders(), origin);
    }

    /** Returns the record with another key. */
    public ReceivedRecord withKey(String newKey) {
        return new ReceivedRecord(newKey.getBytes(StandardCharsets.UTF_8), value, headers, origin);
    }

    /** Returns the key as text; empty if there is none. */
    public String keyAsText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** Returns the size of key, value and headers. */
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
