package io.truenorth.streams.decode;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailureReason;

/** Fields of the contract that this version does not support: rejected by name, never ignored. */
final class UnsupportedFields {
    private UnsupportedFields() {}

    /**
     * Rejects a touchpoint that sets an unsupported field.
     *
     * @throws RejectedFieldException for the first of them
     */
    static void reject(Touchpoint touchpoint) {
        if (touchpoint.getConsent() != null) {
            throw unsupported("consent", "expected none, as consent is not supported yet");
        }
    }

    private static RejectedFieldException unsupported(String path, String message) {
        return new RejectedFieldException(FailureReason.UNSUPPORTED_FIELD, path, message);
    }
}
