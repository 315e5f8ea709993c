package io.truenorth.dashboard.privacy;

import io.truenorth.contract.Consent;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.RemovalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Receipts as the streams service publishes them. */
public final class KnownReceipts {
    private KnownReceipts() {}

    /** The key of the receipt of a request that names an identity. */
    public static String key(String requestId, String identity) {
        return requestId + "/" + IdentityHash.of(identity);
    }

    /** A customer with these identities was erased. The last trace, in {@code touchpoints}, is gone 30 days later. */
    public static PrivacyReceipt erased(String requestId, List<String> identities, long at) {
        return receipt(requestId, PrivacyOutcome.ERASED, identities, at)
                .setLaterEvents(LaterEvents.BEGIN_ANEW)
                .setPlaces(List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, at + TimeUnit.DAYS.toMillis(30)),
                        new ErasedPlace("relationship-scores", ErasureAction.TOMBSTONE, at + TimeUnit.DAYS.toMillis(1)),
                        new ErasedPlace("dashboard", ErasureAction.REMOVED, at + TimeUnit.SECONDS.toMillis(5))))
                .build();
    }

    /** A customer was erased in whose deployment a topic has no retention time. */
    public static PrivacyReceipt keptWithoutLimit(String requestId, String identity, long at) {
        return receipt(requestId, PrivacyOutcome.ERASED, List.of(identity), at)
                .setLaterEvents(LaterEvents.DROP)
                .setPlaces(List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, RemovalDate.NEVER),
                        new ErasedPlace(
                                "relationship-scores", ErasureAction.TOMBSTONE, at + TimeUnit.DAYS.toMillis(1))))
                .build();
    }

    /** Nothing was known of an identity that was to be erased. */
    public static PrivacyReceipt unknown(String requestId, String identity, long at) {
        return receipt(requestId, PrivacyOutcome.NOTHING_KNOWN, List.of(identity), at)
                .setLaterEvents(LaterEvents.DROP)
                .build();
    }

    /** An identity withdrew consent to scoring. */
    public static PrivacyReceipt consent(String requestId, String identity, long at) {
        return receipt(requestId, PrivacyOutcome.CONSENT_SET, List.of(identity), at)
                .setConsent(new Consent(false, null))
                .build();
    }

    private static PrivacyReceipt.Builder receipt(
            String requestId, PrivacyOutcome outcome, List<String> identities, long at) {
        return PrivacyReceipt.newBuilder()
                .setRequestId(requestId)
                .setOutcome(outcome)
                .setIdentities(identities.stream().map(IdentityHash::of).toList())
                .setRequestedBy("dora")
                .setRequestedAt(at - 1_000)
                .setExecutedAt(at)
                .setPlaces(List.of());
    }
}
