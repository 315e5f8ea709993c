package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.consent.ConsentFields;
import io.truenorth.streams.consent.SetConsent;
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
 * consent    = 4, said, see {@link ConsentFields}, 0 | 1 comes with the identity | 2 request, requested by
 * </pre>
 */
final class ContentFormat {
    private static final int TOUCHPOINT = 1;
    private static final int LEDGER = 2;
    private static final int CONFLICT = 3;
    private static final int CONSENT = 4;

    private static final int SAID = 0;
    private static final int WITH_IDENTITY = 1;
    private static final int REQUESTED = 2;

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
        } else if (content instanceof ConsentContent consent) {
            writeConsent(out.writeByte(CONSENT), consent);
        } else {
            throw new IllegalArgumentException(
                    "expected a touchpoint, a part of a ledger, a conflict or consent, was " + content);
        }
    }

    private static void writeConsent(FieldWriter out, ConsentContent consent) {
        ConsentFields.write(out, consent.said());
        String requestedBy = consent.requestedBy();
        if (requestedBy == null) {
            out.writeByte(consent.comesWithIdentity() ? WITH_IDENTITY : SAID);
        } else {
            out.writeByte(REQUESTED).writeText(requestedBy);
        }
    }

    private static ConsentContent readConsent(FieldReader in) {
        List<SetConsent> said = ConsentFields.readSaid(in);
        int how = in.readByte();
        return switch (how) {
            case SAID -> ConsentContent.ofEvent(said);
            case WITH_IDENTITY -> ConsentContent.ofIdentity(said);
            case REQUESTED -> ConsentContent.ofRequest(said, in.readText());
            default -> throw in.problem("expected how consent was said, was " + how);
        };
    }

    static Content read(FieldReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case TOUCHPOINT -> new ReceivedTouchpoint(ReceivedRecordFormat.read(in), null);
            case LEDGER -> new LedgerContent(in.readBytes(), readAttributes(in));
            case CONFLICT -> new ReferenceConflict(in.readText(), ReferenceClaim.read(in));
            case CONSENT -> readConsent(in);
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
