package io.truenorth.cli.query;

import io.truenorth.query.QueryFailedException;

/** What a failed query means for a user of the command line, and what to do. */
public final class QueryFailures {
    private static final int NO_ANSWER = 0;
    private static final int UNAUTHORIZED = 401;
    private static final int PARTITION_MOVED = 409;

    private QueryFailures() {}

    /** The message of a failure, with what to do. */
    public static String explain(QueryFailedException failure) {
        return failure.getMessage()
                + switch (failure.status()) {
                    case NO_ANSWER -> ": start one, such as truenorth demo, or name another by --url";
                    case UNAUTHORIZED -> ": TRUENORTH_TOKEN has none, or a wrong one";
                    case PARTITION_MOVED -> ": a partition moved to another instance during the export: try again";
                    default -> "";
                };
    }
}
