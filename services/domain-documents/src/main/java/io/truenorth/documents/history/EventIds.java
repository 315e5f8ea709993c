package io.truenorth.documents.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Gives the events of one file their ids: {@code source:id} where the line has an id, otherwise {@code source:content:k}, where content is the first 16 bytes, in hex, of the
 * SHA-256 of the line's fields, and k says the how manieth line of this content in this file it is, from 1.
 *
 * <p>The fields are taken as they are understood and in a fixed order, so that compression, line ends, the order of
 * columns and whether it is CSV or JSON do not matter. Two lines of the same content are two events, shuffling the lines
 * changes no id, and the same file read again gives the same ids.
 */
final class EventIds {

    private static final char SEPARATOR = '\u001f';

    private final String source;
    private final MessageDigest sha256;
    private final StringBuilder text = new StringBuilder();
    private final OccurrenceCount occurrences = new OccurrenceCount();

    EventIds(String source) {
        this.source = source;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The id of an event whose line has one. */
    String of(String id) {
        return source + ":" + id;
    }

    /** The id of an event whose line has none; that of the event itself and its time are not looked at. */
    String next(HistoryEvent event, long occurredAtAsWritten) {
        text.setLength(0);
        text.append(event.customerOrReference()).append(SEPARATOR);
        text.append(occurredAtAsWritten).append(SEPARATOR);
        text.append(event.channel()).append(SEPARATOR);
        text.append(event.kind()).append(SEPARATOR);
        text.append(event.direction().name()).append(SEPARATOR);
        if (event.sentiment().isPresent()) {
            text.append(bits(event.sentiment().getAsDouble()));
        }
        text.append(SEPARATOR);
        if (event.valueMinor().isPresent()) {
            text.append(event.valueMinor().getAsLong());
        }
        text.append(SEPARATOR).append(event.subject());
        if (event.isRetraction()) {
            text.append(SEPARATOR).append(event.retracts());
        }
        byte[] hash = sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        int occurrence = occurrences.increment(ByteBuffer.wrap(hash).getLong());
        return source + ":" + HexFormat.of().formatHex(hash, 0, 16) + ":" + occurrence;
    }

    /** Not as decimals, whose shortest form differs between versions of the JDK; −0 is 0. */
    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value + 0.0));
    }
}
