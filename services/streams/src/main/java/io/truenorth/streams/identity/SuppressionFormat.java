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
 * suppression  = until, 0 | 1 drops later events, epoch, count, { request id }
 * suppressions = count, { identity, or its hash; suppression }
 * stored       = version, suppression
 * </pre>
 */
public final class SuppressionFormat {
    private static final int VERSION = 1;

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
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        Suppression suppression = read(in);
        in.expectEnd();
        return suppression;
    }

    private static void write(FieldWriter out, Suppression suppression) {
        out.writeLong(suppression.until())
                .writeByte(suppression.dropsLater() ? 1 : 0)
                .writeLong(suppression.epoch())
                .writeLong(suppression.requests().size());
        suppression.requests().forEach(out::writeText);
    }

    private static Suppression read(FieldReader in) {
        long until = in.readLong();
        boolean dropsLater = in.readByte() == 1;
        long epoch = in.readLong();
        List<String> requests = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            requests.add(in.readText());
        }
        return new Suppression(until, dropsLater, epoch, requests);
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
