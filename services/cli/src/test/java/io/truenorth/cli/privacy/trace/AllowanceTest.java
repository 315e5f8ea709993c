package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.privacy.trace.Allowance.Evaluation;
import io.truenorth.cli.privacy.trace.Allowance.Judgement;
import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant ERASED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant BEFORE = ERASED.minus(Duration.ofDays(2));
    private static final Instant AFTER = ERASED.plus(Duration.ofHours(1));
    private static final Instant NOW = ERASED.plus(Duration.ofDays(1));
    private static final Instant DUE = ERASED.plus(Duration.ofDays(30));

    private final Allowance.Names names = new Allowance.Names(TopicCatalogue.standard(), "app");

    private static PrivacyReceipt receipt(LaterEvents laterEvents) {
        return new PrivacyReceipt(
                "dsr-7",
                PrivacyOutcome.ERASED,
                List.of(IdentityHash.of("crm:c-17")),
                "",
                BEFORE.toEpochMilli(),
                ERASED.toEpochMilli(),
                laterEvents,
                null,
                List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, DUE.toEpochMilli()),
                        new ErasedPlace("customers", ErasureAction.REMOVED, DUE.toEpochMilli())));
    }

    private static Finding finding(String place, Form form, Kind kind, Instant at, Instant beginsAt) {
        return new Finding(
                place,
                "0-1",
                List.of("value"),
                new Trace("crm:c-17", IdentityHash.of("crm:c-17"), form, 0),
                kind,
                Optional.ofNullable(at),
                Optional.ofNullable(beginsAt),
                Optional.of(DUE));
    }

    private Evaluation judge(Finding finding, Instant now, LaterEvents laterEvents, Finding... others) {
        List<Finding> all = new ArrayList<>(List.of(others));
        all.add(finding);
        return new Allowance(names, List.of(receipt(laterEvents)), all, now).of(finding);
    }

    private Evaluation judge(Finding finding) {
        return judge(finding, NOW, LaterEvents.BEGIN_ANEW);
    }

    @Test
    void whatWasStoredBeforeIsAllowedUntilTheDateOnTheReceipt() {
        Finding old = finding("touchpoints", Form.PLAIN, Kind.LOG, BEFORE, BEFORE);

        assertThat(judge(old)).isEqualTo(new Evaluation(Judgement.ALLOWED, "on the receipt", Optional.of(DUE)));
        assertThat(judge(old, DUE.plusMillis(1), LaterEvents.BEGIN_ANEW))
                .isEqualTo(new Evaluation(Judgement.VIOLATION, "overdue", Optional.of(DUE)));
    }

    @Test
    void aPlaceThatIsNotOnTheReceiptIsLeft() {
        assertThat(judge(finding("stage-transitions", Form.PLAIN, Kind.LOG, BEFORE, null)))
                .isEqualTo(new Evaluation(Judgement.VIOLATION, "not on the receipt", Optional.of(DUE)));
        assertThat(judge(finding("backup.avro", Form.PLAIN, Kind.FILE, null, null))
                        .judgement()
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aStoreAndItsChangelogAreOnePlace() {
        assertThat(judge(finding("app-customers-changelog", Form.PLAIN, Kind.TABLE, BEFORE, null))
                        .judgement()
                        .isAllowed())
                .isTrue();
        assertThat(judge(finding("/state/0_1/000012.sst", Form.PLAIN, Kind.STORE, null, null))
                        .judgement()
                        .isAllowed())
                .isTrue();
        assertThat(judge(finding("app-advocacy-sums-changelog", Form.PLAIN, Kind.TABLE, BEFORE, null))
                        .judgement()
                        .isAllowed())
                .isFalse();
    }

    @Test
    void hashesBelongOnReceiptsAndInSuppressions() {
        assertThat(judge(finding("privacy-receipts", Form.HASHED, Kind.TABLE, ERASED, null)))
                .isEqualTo(new Evaluation(Judgement.ALLOWED, "the receipt", Optional.empty()));
        assertThat(judge(finding("app-customers-changelog", Form.HASHED, Kind.TABLE, ERASED, null)))
                .isEqualTo(new Evaluation(Judgement.ALLOWED, "the suppression", Optional.empty()));
        assertThat(judge(finding("identity-events", Form.HASHED, Kind.LOG, ERASED, null))
                        .judgement()
                        .isAllowed())
                .isTrue();
        assertThat(judge(finding("relationship-scores", Form.HASHED, Kind.TABLE, ERASED, null))
                        .judgement()
                        .isAllowed())
                .isFalse();
    }

    @Test
    void anOldEventThatIsSentAgainExpiresAndBringsNobodyBack() {
        Finding again = finding("touchpoints", Form.PLAIN, Kind.LOG, AFTER, BEFORE);
        Finding score = finding("relationship-scores", Form.PLAIN, Kind.TABLE, AFTER, null);

        assertThat(judge(again))
                .isEqualTo(new Evaluation(Judgement.ALLOWED, "arrived after the erasure", Optional.of(DUE)));
        assertThat(judge(score, NOW, LaterEvents.BEGIN_ANEW, again))
                .isEqualTo(new Evaluation(Judgement.VIOLATION, "stored again after the erasure", Optional.of(DUE)));
    }

    @Test
    void aNewEventBeginsAnewUnlessTheReceiptSaysOtherwise() {
        Finding event = finding("touchpoints", Form.PLAIN, Kind.LOG, AFTER, AFTER);
        Finding score = finding("relationship-scores", Form.PLAIN, Kind.TABLE, AFTER, null);

        assertThat(judge(score, NOW, LaterEvents.BEGIN_ANEW, event))
                .isEqualTo(new Evaluation(
                        Judgement.NEW_RELATIONSHIP, "of a new relationship since the erasure", Optional.of(DUE)));
        assertThat(judge(score, NOW, LaterEvents.DROP, event).judgement().isAllowed())
                .isFalse();
        Finding erasedAgain = finding("identity-requests", Form.PLAIN, Kind.LOG, AFTER, null);
        assertThat(judge(score, NOW, LaterEvents.BEGIN_ANEW, erasedAgain)
                        .judgement()
                        .isAllowed())
                .as("a repeated request to erase begins nothing")
                .isFalse();
    }

    @Test
    void aValueAloneIsShownAndNoFailure() {
        assertThat(judge(finding("touchpoints-failed", Form.VALUE, Kind.LOG, BEFORE, null))
                        .judgement()
                        .isAllowed())
                .isTrue();
    }

    @Test
    void withoutAReceiptNothingIsAllowed() {
        Finding old = finding("touchpoints", Form.PLAIN, Kind.LOG, BEFORE, BEFORE);

        assertThat(new Allowance(names, List.of(), List.of(old), NOW).of(old))
                .isEqualTo(new Evaluation(Judgement.NOT_ERASED, "on no receipt of an erasure", Optional.of(DUE)));
    }

    @Test
    void theReceiptOfAnotherIdentityAllowsNothing() {
        PrivacyReceipt others = receipt(LaterEvents.BEGIN_ANEW);
        others.setIdentities(List.of(IdentityHash.of("card:9")));
        Finding old = finding("touchpoints", Form.PLAIN, Kind.LOG, BEFORE, BEFORE);

        assertThat(new Allowance(names, List.of(others), List.of(old), NOW)
                        .of(old)
                        .judgement())
                .isEqualTo(Judgement.NOT_ERASED);
    }

    @Test
    void aRecordThatNoTombstoneFollowsIsAViolationWhateverTheDate() {
        PrivacyReceipt receipt = receipt(LaterEvents.BEGIN_ANEW);
        receipt.setPlaces(List.of(
                new ErasedPlace("relationship-scores", ErasureAction.TOMBSTONE, DUE.toEpochMilli()),
                new ErasedPlace("customers", ErasureAction.REMOVED, DUE.toEpochMilli())));
        Finding score = finding("relationship-scores", Form.PLAIN, Kind.TABLE, BEFORE, null);
        Finding entry = finding("app-customers-changelog", Form.PLAIN, Kind.TABLE, BEFORE, null);
        Allowance atOnce = new Allowance(names, List.of(receipt), List.of(), ERASED);
        Allowance later = new Allowance(names, List.of(receipt), List.of(), ERASED.plus(Duration.ofHours(25)));

        assertThat(atOnce.of(score).judgement()).isEqualTo(Judgement.VIOLATION);
        assertThat(atOnce.of(entry).judgement().isAllowed())
                .as("while the sweep is under way")
                .isTrue();
        assertThat(later.of(entry).judgement()).isEqualTo(Judgement.VIOLATION);
        assertThat(later.of(score.replaced(Optional.of(DUE))).judgement().isAllowed())
                .isTrue();
    }

    @Test
    void theLastErasureDecidesWhatMayFollow() {
        PrivacyReceipt first = receipt(LaterEvents.DROP);
        PrivacyReceipt last = receipt(LaterEvents.BEGIN_ANEW);
        last.setExecutedAt(ERASED.plusSeconds(60).toEpochMilli());
        Finding event = finding("touchpoints", Form.PLAIN, Kind.LOG, AFTER, AFTER);
        Finding score = finding("relationship-scores", Form.PLAIN, Kind.TABLE, AFTER, null);

        assertThat(new Allowance(names, List.of(last, first), List.of(event, score), NOW)
                        .of(score)
                        .judgement())
                .isEqualTo(Judgement.NEW_RELATIONSHIP);
    }
}
