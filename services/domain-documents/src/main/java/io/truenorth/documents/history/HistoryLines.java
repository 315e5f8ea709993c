package io.truenorth.documents.history;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file, one at a time, each decoded by itself. Ends with {@code \n}, {@code \r\n} or {@code \r}; a byte order
 * mark at the start is skipped. A line of more than 64 KiB is passed over and never held.
 */
final class HistoryLines implements Closeable {

    static final int LONGEST = 1 << 16;

    private final CountedInput stored;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[2 * LONGEST];
    private int position;
    private int limit;
    private boolean ended;
    private boolean afterReturn;

    private int start;
    private int end;
    private boolean tooLong;
    private long number;

    private HistoryLines(CountedInput stored, InputStream in) {
        this.stored = stored;
        this.in = in;
    }

    /** The lines of stored bytes, which are unpacked if they begin as gzip does. */
    static HistoryLines of(InputStream content, Charset encoding) throws IOException {
        CountedInput stored = new CountedInput(content);
        BufferedInputStream in = new BufferedInputStream(stored, 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream unpacked = packed ? new GzipMembers(in) : in;
        return new HistoryLines(
                stored, encoding.equals(StandardCharsets.UTF_8) ? unpacked : new TranscodedInput(unpacked, encoding));
    }

    /** Moves on to the next line that is not blank; false at the end. What breaks off in a line is no line. */
    boolean next() throws IOException {
        do {
            if (!nextOfAnyKind()) {
                return false;
            }
        } while (isBlank());
        return true;
    }

    /** Moves on to the next line, which may be blank; false at the end. */
    boolean nextOfRecord() throws IOException {
        return nextOfAnyKind();
    }

    /** Passes over lines up to one of a number, blank ones included. */
    void skipTo(int lastSkipped) throws IOException {
        while (number < lastSkipped && nextOfAnyKind()) {
            // Passed over.
        }
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line is too long to be read. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the first character of the line, white space aside, is an opening brace. */
    boolean beginsWithBrace() {
        int first = firstOfText();
        return first < end && buffer[first] == '{';
    }

    /** Whether the line begins as a JSON array of objects does; a name in brackets is none. */
    boolean beginsJsonArray() {
        int bracket = firstOfText();
        if (bracket == end || buffer[bracket] != '[') {
            return false;
        }
        int next = bracket + 1;
        while (next < end && isSpace(buffer[next])) {
            next++;
        }
        return next == end || buffer[next] == '{' || buffer[next] == ']';
    }

    private int firstOfText() {
        int first = start;
        while (first < end && isSpace(buffer[first])) {
            first++;
        }
        return first;
    }

    /** The line, decoded. */
    String text() throws CharacterCodingException {
        if (isAscii()) {
            return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        }
        return decoder.decode(ByteBuffer.wrap(buffer, start, end - start)).toString();
    }

    /** The encoding of the line, by its bytes; empty if they are UTF-8. */
    Optional<Charset> otherEncoding() {
        return EncodingGuess.of(buffer, start, end);
    }

    /** How many stored bytes have been read. */
    long storedBytes() {
        return stored.count();
    }

    private boolean nextOfAnyKind() throws IOException {
        tooLong = false;
        skipFeedAfterReturn();
        int scanned = position;
        while (true) {
            int newline = indexOfNewline(scanned);
            if (newline >= 0) {
                afterReturn = buffer[newline] == '\r';
                return line(newline, newline + 1);
            }
            if (ended) {
                return position < limit && line(limit, limit);
            }
            if (limit - position > LONGEST + 1) {
                return longLine();
            }
            int unscanned = limit - position;
            fill();
            scanned = position + unscanned;
        }
    }

    private boolean line(int to, int next) {
        start = position;
        end = to;
        position = next;
        number++;
        tooLong = end - start > LONGEST;
        return true;
    }

    private void skipFeedAfterReturn() throws IOException {
        if (afterReturn) {
            afterReturn = false;
            if (position == limit && !ended) {
                fill();
            }
            position += position < limit && buffer[position] == '\n' ? 1 : 0;
        }
    }

    /** Keeps the beginning of the line, so that it can be told what kind of line it is, and passes over the rest. */
    private boolean longLine() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, LONGEST);
        int newline;
        do {
            limit = LONGEST;
            position = LONGEST;
            append();
            newline = indexOfNewline(position);
        } while (newline < 0 && !ended);
        start = 0;
        end = LONGEST;
        afterReturn = newline >= 0 && buffer[newline] == '\r';
        position = newline < 0 ? limit : newline + 1;
        number++;
        tooLong = true;
        return true;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < limit; i++) {
            byte value = buffer[i];
            if (value <= '\r' && (value == '\n' || value == '\r')) {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind what is unread, which moves to the front. */
    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        append();
    }

    private void append() throws IOException {
        int count = in.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
    }

    private boolean isBlank() {
        if (number == 1) {
            skipByteOrderMark();
        }
        return !tooLong && firstOfText() == end;
    }

    private void skipByteOrderMark() {
        boolean mark = end - start >= 3
                && buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf;
        start += mark ? 3 : 0;
    }

    /** Most lines are, and they need no decoding. */
    private boolean isAscii() {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
