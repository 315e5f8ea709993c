package io.truenorth.cli.failed;

import io.truenorth.schemas.FailedId;

/** There is no failed record with a given id. */
public final class MissingRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingRecordException(String message) {
        super(message);
    }

    public static MissingRecordException gone(FailedId id, long begin) {
        return new MissingRecordException(
                "the failed record " + id + " is deleted, as the retention time has passed: partition " + id.partition()
                        + " now starts at offset " + begin);
    }

    public static MissingRecordException unknown(FailedId id) {
        return new MissingRecordException("there is no failed record " + id + "; see truenorth failed list");
    }
}
