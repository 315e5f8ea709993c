package io.truenorth.streams.decode;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a record as received, within a message or a stored value.
 *
 * <pre>
 * record   = topic, partition, offset, timestamp, optional key, optional value, count, { header name, optional value }
 * optional = 0 | 1, bytes
 * </pre>
 */
public final class ReceivedRecordFormat {
    private ReceivedRecordFormat() {}

    /** Writes a record. */
    public static void write(FieldWriter out, ReceivedRecord received) {
        Origin origin = received.origin();
        out.writeText(origin.topic())
                .writeLong(origin.partition())
                .writeLong(origin.offset())
                .writeLong(origin.timestamp());
        writeOptional(out, received.key());
        writeOptional(out, received.value());
        Header[] headers = received.headers().toArray();
        out.writeLong(headers.length);
        for (Header header : headers) {
            out.writeText(header.key());
            writeOptional(out, header.value());
        }
    }

    /** Reads a record. */
    public static ReceivedRecord read(FieldReader in) {
        Origin origin = new Origin(in.readText(), (int) in.readLong(), in.readLong(), in.readLong());
        byte[] key = readOptional(in);
        byte[] value = readOptional(in);
        Headers headers = new RecordHeaders();
        for (int left = in.readCount(); left > 0; left--) {
            headers.add(in.readText(), readOptional(in));
        }
        return new ReceivedRecord(key, value, headers, origin);
    }

    private static void writeOptional(FieldWriter out, byte @Nullable [] bytes) {
        out.writeByte(bytes == null ? 0 : 1);
        if (bytes != null) {
            out.writeBytes(bytes);
        }
    }

    private static byte @Nullable [] readOptional(FieldReader in) {
        return in.readByte() == 1 ? in.readBytes() : null;
    }
}
