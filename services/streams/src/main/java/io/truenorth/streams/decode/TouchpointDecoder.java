package io.truenorth.streams.decode;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

/** Decodes a record to a valid touchpoint or a rejection. Not thread-safe. */
public final class TouchpointDecoder {
    private final RecordReader<Touchpoint> reader;
    private final TouchpointMapping mapping;
    private final RegistryRetry retry;
    private Touchpoint reused = new Touchpoint();

    /**
     * Creates a decoder.
     *
     * @param reader used by this decoder only
     * @param retry retries while the registry is unavailable
     */
    public TouchpointDecoder(RecordReader<Touchpoint> reader, TouchpointRules rules, RegistryRetry retry) {
        this.reader = reader;
        this.mapping = new TouchpointMapping(rules);
        this.retry = retry;
    }

    /** Decodes a record. Blocks while its schema is not cached and the registry is unavailable. */
    public DecodeResult read(ReceivedRecord received) {
        if (received.isOversized()) {
            return RejectedRecord.ofRecord(
                    FailureReason.OVERSIZED,
                    "expected at most " + FailedTouchpoint.LARGEST_KEPT + " bytes uncompressed, was " + received.bytes()
                            + "; the record remains on its original topic");
        }
        return read(received.key(), received.value(), received.origin().timestamp());
    }

    private DecodeResult read(byte @Nullable [] key, byte @Nullable [] value, long arrivedAt) {
        if (key == null) {
            return RejectedRecord.ofRecord(FailureReason.NULL_KEY, "expected the strongest identity as key, was null");
        }
        if (value == null) {
            return RejectedRecord.ofRecord(FailureReason.NULL_VALUE, "expected a touchpoint, was null");
        }
        try {
            reused = retry.untilAvailable(() -> reader.read(value, reused));
        } catch (UnreadableRecordException e) {
            reused = new Touchpoint();
            return RejectedRecord.ofRecord(reason(e.reason()), String.valueOf(e.getMessage()));
        }
        try {
            return mapping.map(reused, arrivedAt);
        } catch (RejectedFieldException e) {
            return e.from(reused.getSource());
        }
    }

    static FailureReason reason(UnreadableRecordException.Reason unreadable) {
        return switch (unreadable) {
            case NOT_WIRE_FORMAT -> FailureReason.NOT_WIRE_FORMAT;
            case UNKNOWN_SCHEMA -> FailureReason.UNKNOWN_SCHEMA;
            case NOT_AVRO -> FailureReason.NOT_AVRO;
            case WRONG_RECORD -> FailureReason.WRONG_RECORD;
            case INCOMPATIBLE_SCHEMA -> FailureReason.INCOMPATIBLE_SCHEMA;
            case BAD_BODY -> FailureReason.BAD_BODY;
            case TRAILING_BYTES -> FailureReason.TRAILING_BYTES;
        };
    }
}
