package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.decode.Origin;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.identity.LedgerContent.SetAttribute;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of what moves between customers.
 *
 * <pre>
 * touchpoint = 1, topic, partition, offset, timestamp, optional key, optional value, count, { header name, optional value }
 * ledger     = 2, entries, count, { attribute name, value, occurred at, event id }
 * optional   = 0 | 1, bytes
 * </pre>
 */
final class ContentFormat {
    private static final int TOUCHPOINT = 1;
    private static final int LEDGER = 2;

    private ContentFormat() {}

    static void write(FieldWriter out, Content content) {
        if (content instanceof ReceivedTouchpoint touchpoint) {
            out.writeByte(TOUCHPOINT);
            writeRecord(out, touchpoint.received());
        } else if (content instanceof LedgerContent ledger) {
            out.writeByte(LEDGER).writeBytes(ledger.entries());
            out.writeLong(ledger.attributes().size());
            for (SetAttribute set : ledger.attributes()) {
                out.writeText(set.name())
                        .writeText(set.value())
                        .writeLong(set.occurredAt())
                        .writeText(set.eventId());
            }
        } else {
            throw new IllegalArgumentException("expected a touchpoint or a part of a ledger, was " + content);
        }
    }

    private static void writeRecord(FieldWriter out, ReceivedRecord received) {
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

    private static void writeOptional(FieldWriter out, byte @Nullable [] bytes) {
        out.writeByte(bytes == null ? 0 : 1);
        if (bytes != null) {
            out.writeBytes(bytes);
        }
    }

    private static byte @Nullable [] readOptional(FieldReader in) {
        return in.readByte() == 1 ? in.readBytes() : null;
    }

    static Content read(FieldReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case TOUCHPOINT -> new ReceivedTouchpoint(readRecord(in), null);
            case LEDGER -> new LedgerContent(in.readBytes(), readAttributes(in));
            default -> throw in.problem("expected a kind of content, was " + kind);
        };
    }

    private static ReceivedRecord readRecord(FieldReader in) {
        Origin origin = new Origin(in.readText(), (int) in.readLong(), in.readLong(), in.readLong());
        byte[] key = readOptional(in);
        byte[] value = readOptional(in);
        Headers headers = new RecordHeaders();
        for (int left = in.readCount(); left > 0; left--) {
            headers.add(in.readText(), readOptional(in));
        }
        return new ReceivedRecord(key, value, headers, origin);
    }

    private static List<SetAttribute> readAttributes(FieldReader in) {
        List<SetAttribute> attributes = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.add(new SetAttribute(in.readText(), in.readText(), in.readLong(), in.readText()));
        }
        return attributes;
    }
}
