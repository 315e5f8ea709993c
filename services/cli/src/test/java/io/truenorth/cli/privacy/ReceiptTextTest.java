package io.truenorth.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Consent;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.schemas.RemovalDate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTextTest {
    private static final long AT = millis("2026-11-30T21:05:00Z");

    private static long millis(String text) {
        return Instant.parse(text).toEpochMilli();
    }

    @Test
    void anErasureSaysWhatWasDoneWhereAndUntilWhen() {
        PrivacyReceipt receipt = new PrivacyReceipt(
                "dsr-7",
                PrivacyOutcome.ERASED,
                List.of("a", "b"),
                "officer",
                AT,
                AT,
                LaterEvents.BEGIN_ANEW,
                null,
                List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, millis("2026-12-31T09:05:00Z")),
                        new ErasedPlace("customers", ErasureAction.REMOVED, millis("2026-12-02T21:05:00Z"))));

        assertThat(ReceiptText.of(ReceiptReport.of(receipt)))
                .containsExactly(
                        "request dsr-7: erased a customer with 2 identities (30 November 2026, 21:05 UTC, asked for by"
                                + " officer)",
                        "Events that occur later begin a new relationship.",
                        "",
                        "  place        what was done          gone by",
                        "  touchpoints  expires by retention   31 December 2026, 09:05 UTC",
                        "  customers    deleted                2 December 2026, 21:05 UTC",
                        "",
                        "The last trace is gone by 31 December 2026, 09:05 UTC. Look: truenorth privacy verify"
                                + " --receipt dsr-7");
    }

    @Test
    void aPlaceWithoutALimitHasNoDate() {
        PrivacyReceipt receipt = new PrivacyReceipt(
                "dsr-8",
                PrivacyOutcome.ERASED,
                List.of("a"),
                "",
                AT,
                AT,
                LaterEvents.DROP,
                null,
                List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, RemovalDate.NEVER),
                        new ErasedPlace("customers", ErasureAction.REMOVED, millis("2026-12-02T21:05:00Z"))));

        assertThat(ReceiptText.of(ReceiptReport.of(receipt)))
                .contains(
                        "  touchpoints  expires by retention   kept without limit",
                        "  customers    deleted                2 December 2026, 21:05 UTC",
                        "A place keeps traces without limit. Look: truenorth privacy verify --receipt dsr-8")
                .noneMatch(line -> line.contains("9999"));
    }

    @Test
    void consentSaysWhatIsSet() {
        assertThat(ReceiptText.of(ReceiptReport.of(consent(PrivacyOutcome.CONSENT_SET))))
                .containsExactly(
                        "request c-1: set consent: scoring withdrawn, activation given (30 November 2026, 21:05 UTC)",
                        "What was stored of the customer is deleted, unless streams.consent.afterWithdrawal is keep; what is"
                                + " on topics stays until their retention ends.");
        assertThat(ReceiptText.of(ReceiptReport.of(consent(PrivacyOutcome.CONSENT_OUTDATED))))
                .containsExactly("request c-1: nothing changed: a later consent of the identity is known, which stays"
                        + " (30 November 2026, 21:05 UTC)");
    }

    private static PrivacyReceipt consent(PrivacyOutcome outcome) {
        return new PrivacyReceipt("c-1", outcome, List.of("a"), "", AT, AT, null, new Consent(false, true), List.of());
    }
}
