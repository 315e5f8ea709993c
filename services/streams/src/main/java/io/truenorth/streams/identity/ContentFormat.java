package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.decode.ReceivedRecordFormat;
import io.truenorth.streams.identity.LedgerContent.SetAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary form of what moves between customers.
 *
 * <pre>
 * touchpoint = 1, record, see {@link ReceivedRecordFormat}
 * ledger     = 2, entries, count, { attribute name, value, occurred at, event id }
 * conflict   = 3, reference, claim, see {@link ReferenceClaim}
 * </pre>
 */
final class ContentFormat {
    private static final int TOUCHPOINT = 1;
    private static final int LEDGER = 2;
    private static final int CONFLICT = 3;

    private ContentFormat() {}

    static void write(FieldWriter out, Content content) {
        if (content instanceof ReceivedTouchpoint touchpoint) {
            out.writeByte(TOUCHPOINT);
            ReceivedRecordFormat.write(out, touchpoint.received());
        } else if (content instanceof LedgerContent ledger) {
            out.writeByte(LEDGER).writeBytes(ledger.entries());
            out.writeLong(ledger.attributes().size());
            for (SetAttribute set : ledger.attributes()) {
                out.writeText(set.name())
                        .writeText(set.value())
                        .writeLong(set.occurredAt())
                        .writeText(set.eventId());
            }
        } else if (content instanceof ReferenceConflict conflict) {
            out.writeByte(CONFLICT).writeText(conflict.reference());
            conflict.claim().write(out);
        } else {
            throw new IllegalArgumentException(
                    "expected a touchpoint, a part of a ledger or a conflict, was " + content);
        }
    }

    static Content read(FieldReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case TOUCHPOINT -> new ReceivedTouchpoint(ReceivedRecordFormat.read(in), null);
            case LEDGER -> new LedgerContent(in.readBytes(), readAttributes(in));
            case CONFLICT -> new ReferenceConflict(in.readText(), ReferenceClaim.read(in));
            default -> throw in.problem("expected a kind of content, was " + kind);
        };
    }

    private static List<SetAttribute> readAttributes(FieldReader in) {
        List<SetAttribute> attributes = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.add(new SetAttribute(in.readText(), in.readText(), in.readLong(), in.readText()));
        }
        return attributes;
    }
}
