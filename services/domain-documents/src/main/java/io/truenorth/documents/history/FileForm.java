package io.truenorth.documents.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The form of a file: what is to be known before its columns.
 *
 * @param encoding of the text
 * @param separator between the fields of CSV
 * @param skipLines lines of the file before the header, blank ones included
 * @param skipAfterHeader records after the header that are not data, such as descriptions of the columns
 */
record FileForm(Charset encoding, char separator, int skipLines, int skipAfterHeader) {

    /** UTF-8, commas, the header first. */
    static final FileForm STANDARD = new FileForm(StandardCharsets.UTF_8, ',', 0, 0);
}
