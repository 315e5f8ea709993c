package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.bytes.StoredFormException;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * Where an export resumes.
 *
 * @param asOf the moment it is of, epoch ms
 * @param since the moment that it is compared with, epoch ms; may be nothing
 * @param prefix of the ids that are exported; may be empty
 * @param partition the partition
 * @param after the last customer of that partition so far; empty if it was not begun
 * @param epoch the epoch of the partition that was read so far; empty if it was not begun
 * @param onlyPartition whether the export ends with the partition
 */
record ExportCursor(
        long asOf,
        OptionalLong since,
        String prefix,
        int partition,
        String after,
        String epoch,
        boolean onlyPartition) {
    private static final int VERSION = 3;
    private static final long NO_MOMENT = -1;

    /** The beginning of an export of all partitions. */
    static ExportCursor ofAll(long asOf, OptionalLong since, String prefix) {
        return new ExportCursor(asOf, since, prefix, 0, "", "", false);
    }

    /** The beginning of an export of one partition. */
    static ExportCursor ofPartition(long asOf, OptionalLong since, String prefix, int partition) {
        return new ExportCursor(asOf, since, prefix, partition, "", "", true);
    }

    /** The form in which it goes out and comes back. */
    String toText() {
        byte[] bytes = new FieldWriter()
                .writeByte(VERSION)
                .writeLong(asOf)
                .writeLong(since.orElse(NO_MOMENT))
                .writeText(prefix)
                .writeLong(partition)
                .writeText(after)
                .writeText(epoch)
                .writeByte(onlyPartition ? 1 : 0)
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
                    in.readLong(),
                    moment(in.readLong()),
                    in.readText(),
                    Math.toIntExact(in.readLong()),
                    in.readText(),
                    in.readText(),
                    in.readByte() == 1);
            in.expectEnd();
            return cursor;
        } catch (IllegalArgumentException | ArithmeticException | StoredFormException e) {
            throw unreadable();
        }
    }

    private static OptionalLong moment(long written) {
        return written == NO_MOMENT ? OptionalLong.empty() : OptionalLong.of(written);
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                Problem.of(400, "invalid-cursor", "Invalid cursor", "cursor: expected the next of a page before"));
    }

    ExportCursor nextPartition() {
        return new ExportCursor(asOf, since, prefix, partition + 1, "", "", onlyPartition);
    }

    ExportCursor advancedTo(String last, String epoch) {
        return new ExportCursor(asOf, since, prefix, partition, last, epoch, onlyPartition);
    }
}
