package io.truenorth.documents.history;

/** Takes what a {@link HistoryReader} reads, in the order of the file. */
public interface HistorySink {

    /**
     * A line that was read.
     *
     * @param file as its reader named it
     * @param line counted from 1, the header and blank lines included
     */
    void event(HistoryEvent event, String file, long line);

    /** A line that cannot be taken. */
    void rejected(RejectedLine line);

    /** Something about the file itself. */
    void violation(FileViolation violation);

    /**
     * How far the reading is; called every few hundred lines and at the end.
     *
     * @param bytes of the file as it is stored
     * @param lines so far
     */
    default void progress(long bytes, long lines) {}
}
