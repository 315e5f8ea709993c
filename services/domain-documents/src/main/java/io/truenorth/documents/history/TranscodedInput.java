package io.truenorth.documents.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of another encoding, as UTF-8. Bytes that are no character become a byte that UTF-8 does not have, so that the line they
 * are in is rejected and no other.
 */
final class TranscodedInput extends InputStream {

    private static final int SIZE = 1 << 15;
    private static final byte NO_CHARACTER = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(SIZE).limit(0);
    private final ByteBuffer utf8 = ByteBuffer.allocate(SIZE).limit(0);
    private boolean ended;
    private boolean malformed;

    TranscodedInput(InputStream in, Charset encoding) {
        this.in = in;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!utf8.hasRemaining()) {
            if (!encode()) {
                return -1;
            }
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(into, offset, count);
        return count;
    }

    /** Encodes what is decoded, after decoding more if there is nothing; false at the end. */
    private boolean encode() throws IOException {
        utf8.clear();
        if (!characters.hasRemaining()) {
            if (malformed) {
                malformed = false;
                utf8.put(NO_CHARACTER);
            } else if (!decode()) {
                utf8.flip();
                return false;
            }
        }
        encoder.encode(characters, utf8, true);
        encoder.reset();
        utf8.flip();
        return true;
    }

    private boolean decode() throws IOException {
        if (ended && !bytes.hasRemaining()) {
            return false;
        }
        if (!ended) {
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
            bytes.flip();
        }
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, ended);
        if (result.isError()) {
            malformed = true;
            bytes.position(bytes.position() + result.length());
        }
        characters.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
