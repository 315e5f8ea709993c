package io.truenorth.documents.history;

/** Receives what a {@link HistoryReader} reads, in the order of the file. */
public interface HistorySink {

    /**
     * An event.
     *
     * @param file the name of the file
     * @param line counted from 1, the header and blank lines included
     */
    void event(HistoryEvent event, String file, long line);

    /** A rejected line. */
    void rejected(RejectedLine line);

    /** A problem of the file as a whole. */
    void violation(FileViolation violation);

    /** Something about the file that is worth knowing, such as a column that is ignored. */
    void note(FileNote note);

    /**
     * Progress; called every few hundred lines and at the end.
     *
     * @param bytes of the file as it is stored
     * @param lines so far
     */
    default void progress(long bytes, long lines) {}

    /** Tells that all files are read. */
    default void end() {}
}
