package io.truenorth.cli.failed;

import io.truenorth.schemas.FailedId;

/** A failed record that somebody names is not there. */
public final class MissingRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingRecordException(String message) {
        super(message);
    }

    public static MissingRecordException gone(FailedId id, long begin) {
        return new MissingRecordException(
                "the failed record " + id + " is gone: the topic keeps records for a time, and partition "
                        + id.partition() + " begins at " + begin + " now");
    }

    public static MissingRecordException unknown(FailedId id) {
        return new MissingRecordException("no failed record is called " + id + "; truenorth failed list shows them");
    }
}
