package io.truenorth.cli.privacy;

import io.truenorth.contract.PrivacyReceipt;
import java.util.Optional;

/**
 * A request whose receipt is waited for. Its id alone does not tell which receipt that is, as it may have been used for another person.
 *
 * @param isErasure whether it is to erase; otherwise to set consent
 * @param id its id
 * @param identity the hash of the identity that it names; empty if that takes a key that only the gateway has
 */
record PendingRequest(boolean isErasure, String id, Optional<String> identity) {

    static PendingRequest toErase(String id, Optional<String> identity) {
        return new PendingRequest(true, id, identity);
    }

    static PendingRequest toSetConsent(String id, Optional<String> identity) {
        return new PendingRequest(false, id, identity);
    }

    /** Whether a receipt of the same id is that of this request, or of the same request made before. */
    boolean isAnsweredBy(PrivacyReceipt receipt) {
        return isErasure == isOfErasure(receipt) && mayConcernSamePerson(receipt);
    }

    /** Whether a receipt of the same id is that of a request of the other kind about the same person. */
    boolean conflictsWith(PrivacyReceipt receipt) {
        return isErasure != isOfErasure(receipt) && mayConcernSamePerson(receipt);
    }

    private static boolean isOfErasure(PrivacyReceipt receipt) {
        return receipt.getConsent() == null;
    }

    private boolean mayConcernSamePerson(PrivacyReceipt receipt) {
        return identity.isEmpty() || receipt.getIdentities().contains(identity.get());
    }
}
