package io.truenorth.documents.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the encoding of some bytes may be, for messages and suggestions: nothing is read by it. In text, bytes above ASCII are
 * lower-case letters beside other letters in most cases; the encoding of which this holds most often is the likely one.
 */
final class EncodingGuess {

    private static final int END_OF_ASCII = 0x80;
    private static final int NULS_OF_UTF_16 = 4;

    private EncodingGuess() {}

    /** Another encoding than UTF-8 that the bytes may be in; empty if they are UTF-8, or no text. */
    static Optional<Charset> of(byte[] bytes, int from, int to) {
        Optional<Charset> utf16 = utf16(bytes, from, to);
        if (utf16.isPresent() || isUtf8(bytes, from, to) || !isText(bytes, from, to)) {
            return utf16;
        }
        Charset macRoman = TextEncodings.MAC_ROMAN;
        Charset windows = TextEncodings.WINDOWS_1252;
        return Optional.of(letters(bytes, from, to, macRoman) > letters(bytes, from, to, windows) ? macRoman : windows);
    }

    /** A byte order mark, or zeros at every other place, as Latin text has them. */
    private static Optional<Charset> utf16(byte[] bytes, int from, int to) {
        if (to - from >= 2) {
            int mark = (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
            if (mark == 0xfffe) {
                return Optional.of(StandardCharsets.UTF_16LE);
            }
            if (mark == 0xfeff) {
                return Optional.of(StandardCharsets.UTF_16BE);
            }
        }
        int[] nuls = new int[2];
        for (int i = from; i < to; i++) {
            nuls[(i - from) % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int least = Math.max(1, (to - from) / NULS_OF_UTF_16);
        if (nuls[0] < least && nuls[1] < least || nuls[0] > 0 && nuls[1] > 0) {
            return Optional.empty();
        }
        return Optional.of(nuls[0] > nuls[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isText(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static long letters(byte[] bytes, int from, int to, Charset encoding) {
        String text = new String(bytes, from, to - from, encoding);
        return text.chars()
                .filter(character -> character >= END_OF_ASCII && Character.isLowerCase(character))
                .count();
    }
}
