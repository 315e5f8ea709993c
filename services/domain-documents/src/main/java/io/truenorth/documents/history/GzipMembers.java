package io.truenorth.documents.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952), all members one after the other. Unlike the JDK's stream it takes nothing for an end but an end:
 * data that break off, a wrong checksum, and anything that follows the last member but is none are errors.
 */
public final class GzipMembers extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] input = new byte[1 << 16];
    private int position;
    private int limit;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private boolean first = true;

    /** Unpacks a stream, which is closed with this one. */
    public GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || openMember()) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                closeMember();
            } else if (inflater.needsInput()) {
                requireMore();
                inflater.setInput(input, position, limit - position);
            } else {
                throw new IOException("the gzip data are damaged");
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(bytes, offset, length);
            position = limit - inflater.getRemaining();
            return count;
        } catch (DataFormatException e) {
            throw new IOException("the gzip data are damaged", e);
        }
    }

    /** Reads the header of the next member; false at the end. */
    private boolean openMember() throws IOException {
        if (!fill()) {
            return false;
        }
        boolean magic = next() == 0x1f && fill() && next() == 0x8b && next() == 8;
        if (!magic) {
            throw new IOException(first ? "the gzip header is damaged" : "more data follow the end of the gzip data");
        }
        first = false;
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(input, position, limit - position);
        checksum.reset();
        inMember = true;
        return true;
    }

    private void closeMember() throws IOException {
        inMember = false;
        long expected = nextInt();
        long length = nextInt();
        if (expected != checksum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new IOException("the checksum of the gzip data is wrong");
        }
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        int character;
        do {
            character = next();
        } while (character != 0);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        requireMore();
        return input[position++] & 0xff;
    }

    private void requireMore() throws IOException {
        if (!fill()) {
            throw new IOException("the gzip data break off");
        }
    }

    /** Whether there is a byte at hand, which is read if need be. */
    private boolean fill() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(input));
            position = 0;
        }
        return position < limit;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
