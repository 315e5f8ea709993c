package io.truenorth.streams.decode;

import io.truenorth.contract.Consent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.UnreadableRecordException;

/** Decodes a record to a request about identities or a rejection. Not thread-safe. */
public final class IdentityRequestDecoder {
    /** The source of rejected records. */
    public static final String SOURCE = "identity-requests";

    private final RecordReader<IdentityRequest> reader;
    private final Placement placement;
    private final Placeholders placeholders;
    private final RegistryRetry retry;

    /**
     * Creates a decoder.
     *
     * @param reader used by this decoder only
     * @param placement of identities
     * @param placeholders values that identify no customer
     * @param retry retries while the registry is unavailable
     */
    public IdentityRequestDecoder(
            RecordReader<IdentityRequest> reader, Placement placement, Placeholders placeholders, RegistryRetry retry) {
        this.reader = reader;
        this.placement = placement;
        this.placeholders = placeholders;
        this.retry = retry;
    }

    /** Decodes a record. Blocks while its schema is not cached and the registry is unavailable. */
    public DecodeResult read(ReceivedRecord received) {
        byte[] key = received.key();
        byte[] value = received.value();
        if (key == null || value == null) {
            return rejected(
                    key == null ? FailureReason.NULL_KEY : FailureReason.NULL_VALUE,
                    "expected a request with its identity as key, was null");
        }
        if (received.isOversized()) {
            return rejected(
                    FailureReason.OVERSIZED, "expected a request of a usual size, was " + value.length + " bytes");
        }
        try {
            IdentityRequest request = retry.untilAvailable(() -> reader.read(value));
            if (!placement.holds(key, received.origin().partition(), request.getIdentity())) {
                return rejected(
                        FailureReason.WRONG_PARTITION,
                        "expected the identity as key, on the partition of that key among " + placement.partitions());
            }
            requireValid(request);
            return new RequestedChange(request);
        } catch (RejectedFieldException e) {
            return e.from(SOURCE);
        } catch (UnreadableRecordException e) {
            return rejected(TouchpointDecoder.reason(e.reason()), String.valueOf(e.getMessage()));
        }
    }

    private void requireValid(IdentityRequest request) {
        FieldTexts.wellFormed("requestId", request.getRequestId());
        FieldTexts.wellFormed("requestedBy", request.getRequestedBy());
        IdentityTexts.requireSomebody("identity", request.getIdentity(), placeholders);
        if (request.getConsent() != null) {
            requireConsent(request, request.getConsent());
        }
        String other = request.getOther();
        if (other != null) {
            IdentityTexts.requireSomebody("other", other, placeholders);
            if (other.equals(request.getIdentity())) {
                throw new RejectedFieldException(
                        FailureReason.INVALID_IDENTITY, "other", "expected another identity, was the same");
            }
        }
    }

    private static void requireConsent(IdentityRequest request, Consent consent) {
        if (request.getOther() != null || request.getErasure() != null) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_CONSENT, "consent", "expected none in a request to link or to erase, was one");
        }
        if (consent.getScoring() == null && consent.getActivation() == null) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_CONSENT, "consent", "expected scoring, activation or both, was neither");
        }
        FieldTexts.said("requestId", request.getRequestId());
        if (request.getRequestedAt() < 0) {
            throw new RejectedFieldException(
                    FailureReason.TIME_BEFORE_1970, "requestedAt", "expected a time since 1970");
        }
    }

    private static RejectedRecord rejected(FailureReason reason, String message) {
        return new RejectedRecord(reason, "", message, SOURCE);
    }

    /**
     * A request that was read.
     *
     * @param request the request
     */
    public record RequestedChange(IdentityRequest request) implements DecodeResult {}
}
