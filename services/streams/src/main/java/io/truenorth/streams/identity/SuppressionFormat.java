package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The binary form of what is kept of erased identities.
 *
 * <pre>
 * suppression  = until, flags, epoch, count, { request id } [, when consent to activation was withdrawn ]
 * flags        = 1 later events are dropped, 2 consent to activation was withdrawn
 * suppressions = count, { identity, or its hash; suppression }
 * stored       = version, suppression
 * </pre>
 *
 * <p>In version 1 consent to activation is not known.
 */
public final class SuppressionFormat {
    private static final int VERSION = 2;
    private static final int DROPS_LATER = 1;
    private static final int ACTIVATION_WITHDRAWN = 2;

    private SuppressionFormat() {}

    /** Returns the binary form of a stored value. */
    public static byte[] toBytes(Suppression suppression) {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
        write(out, suppression);
        return out.toBytes();
    }

    /** Reads a stored value. */
    public static Suppression fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("suppression", bytes);
        int version = in.readByte();
        if (version < 1 || version > VERSION) {
            throw in.problem("expected version 1 to " + VERSION + ", was " + version);
        }
        Suppression suppression = read(in);
        in.expectEnd();
        return suppression;
    }

    private static void write(FieldWriter out, Suppression suppression) {
        boolean isWithdrawn = suppression.activationWithdrawnAt() > 0;
        out.writeLong(suppression.until())
                .writeByte((suppression.dropsLater() ? DROPS_LATER : 0) | (isWithdrawn ? ACTIVATION_WITHDRAWN : 0))
                .writeLong(suppression.epoch())
                .writeLong(suppression.requests().size());
        suppression.requests().forEach(out::writeText);
        if (isWithdrawn) {
            out.writeLong(suppression.activationWithdrawnAt());
        }
    }

    private static Suppression read(FieldReader in) {
        long until = in.readLong();
        int flags = in.readByte();
        if ((flags & ~(DROPS_LATER | ACTIVATION_WITHDRAWN)) != 0) {
            throw in.problem("expected flags of a suppression, was " + flags);
        }
        long epoch = in.readLong();
        List<String> requests = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            requests.add(in.readText());
        }
        long activationWithdrawnAt = (flags & ACTIVATION_WITHDRAWN) == 0 ? 0 : in.readLong();
        return new Suppression(until, (flags & DROPS_LATER) != 0, epoch, requests, activationWithdrawnAt);
    }

    static void write(FieldWriter out, Map<String, Suppression> suppressions) {
        out.writeLong(suppressions.size());
        new TreeMap<>(suppressions).forEach((identity, suppression) -> {
            out.writeText(identity);
            write(out, suppression);
        });
    }

    static Map<String, Suppression> readAll(FieldReader in) {
        Map<String, Suppression> suppressions = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            suppressions.put(in.readText(), read(in));
        }
        return suppressions;
    }
}
