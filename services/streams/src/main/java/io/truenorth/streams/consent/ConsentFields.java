package io.truenorth.streams.consent;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The binary form of consent, within a stored value or a message.
 *
 * <pre>
 * consents = count, { identity, said }
 * said     = flags [, at, event id of scoring ] [, at, event id of activation ]
 * flags    = 1 scoring is said, 2 scoring is given, 4 activation is said, 8 activation is given,
 *            16 activation is of the same event as scoring, whose time and id are not repeated
 * </pre>
 */
public final class ConsentFields {
    private static final int SCORING = 1;
    private static final int SCORING_GIVEN = 2;
    private static final int ACTIVATION = 4;
    private static final int ACTIVATION_GIVEN = 8;
    private static final int SAME_EVENT = 16;

    private ConsentFields() {}

    /** Writes the consent of all identities: one byte if none is known. */
    public static void write(FieldWriter out, IdentityConsents consents) {
        out.writeLong(consents.byIdentity().size());
        consents.byIdentity().forEach((identity, known) -> {
            out.writeText(identity);
            write(out, List.copyOf(known.values()));
        });
    }

    /** Reads the consent of all identities. */
    public static IdentityConsents read(FieldReader in) {
        IdentityConsents consents = new IdentityConsents();
        for (int left = in.readCount(); left > 0; left--) {
            consents.take(in.readText(), readSaid(in));
        }
        return consents;
    }

    /** Writes what is said of one identity, at most once for each purpose. */
    public static void write(FieldWriter out, List<SetConsent> said) {
        Map<Purpose, SetConsent> by = new EnumMap<>(Purpose.class);
        said.forEach(set -> by.put(set.purpose(), set));
        SetConsent scoring = by.get(Purpose.SCORING);
        SetConsent activation = by.get(Purpose.ACTIVATION);
        boolean same = scoring != null
                && activation != null
                && scoring.at() == activation.at()
                && scoring.eventId().equals(activation.eventId());
        int flags = same ? SAME_EVENT : 0;
        if (scoring != null) {
            flags |= SCORING | (scoring.given() ? SCORING_GIVEN : 0);
        }
        if (activation != null) {
            flags |= ACTIVATION | (activation.given() ? ACTIVATION_GIVEN : 0);
        }
        out.writeByte(flags);
        if (scoring != null) {
            out.writeLong(scoring.at()).writeText(scoring.eventId());
        }
        if (activation != null && !same) {
            out.writeLong(activation.at()).writeText(activation.eventId());
        }
    }

    /** Reads what is said of one identity. */
    public static List<SetConsent> readSaid(FieldReader in) {
        int flags = in.readByte();
        boolean same = (flags & SAME_EVENT) != 0;
        if (flags >= SAME_EVENT << 1 || same && (flags & (SCORING | ACTIVATION)) != (SCORING | ACTIVATION)) {
            throw in.problem("expected flags of consent, was " + flags);
        }
        List<SetConsent> said = new ArrayList<>(2);
        if ((flags & SCORING) != 0) {
            said.add(new SetConsent(Purpose.SCORING, (flags & SCORING_GIVEN) != 0, in.readLong(), in.readText()));
        }
        if ((flags & ACTIVATION) != 0) {
            boolean given = (flags & ACTIVATION_GIVEN) != 0;
            said.add(
                    same
                            ? new SetConsent(
                                    Purpose.ACTIVATION,
                                    given,
                                    said.get(0).at(),
                                    said.get(0).eventId())
                            : new SetConsent(Purpose.ACTIVATION, given, in.readLong(), in.readText()));
        }
        return said;
    }
}
