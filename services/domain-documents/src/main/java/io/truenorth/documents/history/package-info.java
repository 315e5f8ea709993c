/**
 * Histories: files of touches, one a line, as CSV or JSON Lines, gzipped or not, and the mappings that say how to read
 * files of another form.
 *
 * <p>{@link io.truenorth.documents.history.HistoryReader} streams a {@link io.truenorth.documents.history.HistoryFile}
 * line by line into a {@link io.truenorth.documents.history.HistorySink}. Invalid lines are rejected with their
 * number and reading continues. Single-threaded.
 */
@NullMarked
package io.truenorth.documents.history;

import org.jspecify.annotations.NullMarked;
