package io.truenorth.documents.history;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** The records of a file: lines of JSON, or lines of CSV, of which several may make one record. */
interface HistoryRecords {

    /** Moves on to the next record; false at the end. */
    boolean next() throws IOException;

    /** The record, decoded. */
    String text() throws LineRejection;

    /** The number of its first line, from 1. */
    long number();

    /** The records of a file in which every line is one. */
    static HistoryRecords ofLines(HistoryLines lines) {
        return new HistoryRecords() {
            @Override
            public boolean next() throws IOException {
                return lines.next();
            }

            @Override
            public String text() throws LineRejection {
                return decoded(lines);
            }

            @Override
            public long number() {
                return lines.number();
            }
        };
    }

    /** The text of a line. */
    static String decoded(HistoryLines lines) throws LineRejection {
        if (lines.isTooLong()) {
            throw new LineRejection("", "a line of up to " + HistoryLines.LONGEST + " bytes", "longer");
        }
        try {
            return lines.text();
        } catch (CharacterCodingException e) {
            throw new LineRejection("", "text in UTF-8", "other bytes" + TextEncodings.hint(lines.otherEncoding()));
        }
    }
}
