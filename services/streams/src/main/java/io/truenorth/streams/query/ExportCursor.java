package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.bytes.StoredFormException;
import java.util.Base64;

/**
 * Where an export goes on.
 *
 * @param asOf the moment it is of, epoch ms
 * @param prefix of the ids that are exported; may be empty
 * @param partition the partition
 * @param after the last customer of that partition so far; empty if it was not begun
 * @param tenure the stay of the partition that was read so far; empty if it was not begun
 */
record ExportCursor(long asOf, String prefix, int partition, String after, String tenure) {
    private static final int VERSION = 1;

    /** The form in which it goes out and comes back. */
    String toText() {
        byte[] bytes = new FieldWriter()
                .writeByte(VERSION)
                .writeLong(asOf)
                .writeText(prefix)
                .writeLong(partition)
                .writeText(after)
                .writeText(tenure)
                .toBytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static ExportCursor fromText(String text) {
        try {
            FieldReader in = new FieldReader("cursor", Base64.getUrlDecoder().decode(text));
            if (in.readByte() != VERSION) {
                throw unreadable();
            }
            ExportCursor cursor = new ExportCursor(
                    in.readLong(), in.readText(), Math.toIntExact(in.readLong()), in.readText(), in.readText());
            in.expectEnd();
            return cursor;
        } catch (IllegalArgumentException | ArithmeticException | StoredFormException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                Problem.of(400, "invalid-cursor", "Invalid cursor", "cursor: expected the next of a page before"));
    }

    ExportCursor nextPartition() {
        return new ExportCursor(asOf, prefix, partition + 1, "", "");
    }

    ExportCursor goneOn(String last, String stay) {
        return new ExportCursor(asOf, prefix, partition, last, stay);
    }
}
