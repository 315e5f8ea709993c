package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.trace.NotSearched;

/**
 * Something that was not searched, as JSON.
 *
 * @param type {@code not_searched}
 * @param place the topic, the file or the directory
 * @param why in a few words
 * @param incomplete whether the search is incomplete without it
 */
record NotSearchedReport(String type, String place, String why, boolean incomplete) {

    static NotSearchedReport of(NotSearched part) {
        return new NotSearchedReport("not_searched", part.place(), part.why(), part.incomplete());
    }

    /** The same as a line of text. */
    String line() {
        return (incomplete ? "! " : "  ") + place + ": " + why;
    }
}
