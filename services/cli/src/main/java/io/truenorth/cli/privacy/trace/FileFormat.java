package io.truenorth.cli.privacy.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The forms of files that are not searched as they are, by their first bytes. */
enum FileFormat {
    GZIP("1f8b", ""),
    AVRO("4f626a01", ""),
    ZIP("504b0304", "a ZIP archive: unpack it, and search the files"),
    PARQUET("50415231", "a Parquet file, whose columns are packed: convert it to CSV or JSON"),
    BZIP2("425a6839", "packed by bzip2: unpack it"),
    XZ("fd377a585a", "packed by xz: unpack it"),
    ZSTANDARD("28b52ffd", "packed by Zstandard: unpack it"),
    UTF_16("fffe", "a text in UTF-16: convert it to UTF-8"),
    UTF_16_BIG_ENDIAN("feff", UTF_16.notSearched),
    /** Texts, and whatever else is searched byte by byte. */
    BYTES("", "");

    private static final int MOST = 8;

    /** The first bytes, hexadecimal. */
    private final String beginning;

    private final String notSearched;

    FileFormat(String beginning, String notSearched) {
        this.beginning = beginning;
        this.notSearched = notSearched;
    }

    /** The form of what a stream has next; the stream supports marks. */
    static FileFormat of(InputStream in) throws IOException {
        in.mark(MOST);
        byte[] first = in.readNBytes(MOST);
        in.reset();
        if (alternates(first, 0) || alternates(first, 1)) {
            return UTF_16;
        }
        String hex = HexFormat.of().formatHex(first);
        return Arrays.stream(values())
                .filter(format -> hex.startsWith(format.beginning))
                .findFirst()
                .orElse(BYTES);
    }

    /** What it is that is not searched, and what to do; empty if it is searched. */
    Optional<String> notSearched() {
        return notSearched.isEmpty() ? Optional.empty() : Optional.of(notSearched);
    }

    /** Whether every other byte is 0 and the rest printable, as of Latin letters in UTF-16 without a mark. */
    private static boolean alternates(byte[] first, int zero) {
        for (int i = 0; i < first.length; i++) {
            boolean fits = i % 2 == zero ? first[i] == 0 : first[i] >= ' ';
            if (!fits) {
                return false;
            }
        }
        return first.length == MOST;
    }
}
