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
    private static final Instant AGAIN = ERASED.plus(Duration.ofDays(40));

    private final PlaceNames names = new PlaceNames(TopicCatalogue.standard(), "app");

    private static PrivacyReceipt receipt(LaterEvents laterEvents) {
        return receipt(laterEvents, ERASED);
    }

    private static PrivacyReceipt receipt(LaterEvents laterEvents, Instant executedAt) {
        long due = executedAt.plus(Duration.ofDays(30)).toEpochMilli();
        return new PrivacyReceipt(
                "dsr-7",
                PrivacyOutcome.ERASED,
                List.of(IdentityHash.of("crm:c-17")),
                "",
                executedAt.toEpochMilli(),
                executedAt.toEpochMilli(),
                laterEvents,
                null,
                List.of(
                        new ErasedPlace("touchpoints", ErasureAction.EXPIRES, due),
                        new ErasedPlace("relationship-scores", ErasureAction.TOMBSTONE, due),
                        new ErasedPlace("customers", ErasureAction.REMOVED, due)));
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
                .isEqualTo(new Evaluation(Judgement.OVERDUE, "overdue", Optional.of(DUE)));
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

    /** A first erasure, and a second one 40 days later, when what was before the first one has to be gone. */
    private Evaluation afterTwoErasures(Finding finding, Instant now, LaterEvents laterEvents, Finding... others) {
        List<Finding> all = new ArrayList<>(List.of(others));
        all.add(finding);
        return new Allowance(names, List.of(receipt(laterEvents, AGAIN), receipt(laterEvents)), all, now).of(finding);
    }

    @Test
    void aSecondErasureDoesNotExcuseWhatTheFirstOneLeft() {
        Instant now = AGAIN.plus(Duration.ofDays(1));
        Finding first = finding("touchpoints", Form.PLAIN, Kind.LOG, BEFORE, BEFORE);
        Finding second = finding("touchpoints", Form.PLAIN, Kind.LOG, AGAIN.minusSeconds(60), AGAIN.minusSeconds(60));
        Finding atOnce = finding("touchpoints", Form.PLAIN, Kind.LOG, ERASED, ERASED);

        assertThat(afterTwoErasures(first, now, LaterEvents.BEGIN_ANEW))
                .isEqualTo(new Evaluation(Judgement.OVERDUE, "overdue", Optional.of(DUE)));
        assertThat(afterTwoErasures(atOnce, now, LaterEvents.BEGIN_ANEW).judgement())
                .isEqualTo(Judgement.OVERDUE);
        assertThat(afterTwoErasures(second, now, LaterEvents.BEGIN_ANEW))
                .isEqualTo(new Evaluation(
                        Judgement.ALLOWED, "on the receipt", Optional.of(AGAIN.plus(Duration.ofDays(30)))));
    }

    @Test
    void aTombstoneIsOfTheErasureThatWroteIt() {
        Instant now = AGAIN.plus(Duration.ofDays(1));
        Finding ofFirst = finding("relationship-scores", Form.PLAIN, Kind.TOMBSTONE, ERASED.plusSeconds(1), null);
        Finding ofSecond = finding("relationship-scores", Form.PLAIN, Kind.TOMBSTONE, AGAIN.plusSeconds(1), null);

        assertThat(afterTwoErasures(ofFirst, now, LaterEvents.DROP).judgement()).isEqualTo(Judgement.OVERDUE);
        assertThat(afterTwoErasures(ofSecond, now, LaterEvents.DROP).judgement())
                .isEqualTo(Judgement.ALLOWED);
    }

    @Test
    void anEntryOfAFileIsOfTheFirstErasureUnlessThePersonCameBack() {
        Instant now = AGAIN.plus(Duration.ofDays(1));
        Finding entry = finding("/state/0_1/000012.sst", Form.PLAIN, Kind.STORE, AGAIN.plusSeconds(60), null);
        Finding old = finding("/state/0_1/000011.sst", Form.PLAIN, Kind.STORE, BEFORE, null);
        Finding event = finding("touchpoints", Form.PLAIN, Kind.LOG, AGAIN.minusSeconds(60), AGAIN.minusSeconds(60));
        Finding replayed = finding("touchpoints", Form.PLAIN, Kind.LOG, AGAIN.minusSeconds(60), BEFORE);

        assertThat(afterTwoErasures(entry, now, LaterEvents.BEGIN_ANEW).judgement())
                .isEqualTo(Judgement.OVERDUE);
        assertThat(afterTwoErasures(entry, now, LaterEvents.BEGIN_ANEW, replayed)
                        .judgement())
                .isEqualTo(Judgement.OVERDUE);
        assertThat(afterTwoErasures(entry, now, LaterEvents.BEGIN_ANEW, event).judgement())
                .isEqualTo(Judgement.ALLOWED);
        assertThat(afterTwoErasures(entry, now, LaterEvents.DROP, event).judgement())
                .isEqualTo(Judgement.OVERDUE);
        assertThat(afterTwoErasures(old, now, LaterEvents.BEGIN_ANEW, event).judgement())
                .as("the file is older than the first erasure")
                .isEqualTo(Judgement.OVERDUE);
    }

    @Test
    void whoCameBackStaysAfterTheEventIsGone() {
        Instant later = DUE.plus(Duration.ofDays(30));
        Finding score = finding("relationship-scores", Form.PLAIN, Kind.TABLE, AFTER.plus(Duration.ofDays(3)), null);
        Finding redirect = finding("customer-redirects", Form.PLAIN, Kind.TABLE, AFTER, null);
        Finding entry = finding("/state/0_1/000012.sst", Form.PLAIN, Kind.STORE, later, null);

        Finding begun = beginning(score, ERASED.plus(Duration.ofDays(2)));
        assertThat(judge(begun, NOW.plus(Duration.ofDays(3)), LaterEvents.BEGIN_ANEW)
                        .judgement())
                .as("the first day of the score is after the erasure")
                .isEqualTo(Judgement.NEW_RELATIONSHIP);
        Finding sameDay = beginning(score, Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(judge(sameDay, NOW.plus(Duration.ofDays(3)), LaterEvents.BEGIN_ANEW)
                        .judgement())
                .as("no event shows what the day of the erasure has")
                .isEqualTo(Judgement.VIOLATION);
        assertThat(judge(sameDay, later, LaterEvents.BEGIN_ANEW).judgement()).isEqualTo(Judgement.NEW_RELATIONSHIP);
        assertThat(judge(redirect, later, LaterEvents.BEGIN_ANEW, sameDay).judgement())
                .isEqualTo(Judgement.NEW_RELATIONSHIP);
        assertThat(judge(entry, later, LaterEvents.BEGIN_ANEW, sameDay).judgement())
                .isEqualTo(Judgement.NEW_RELATIONSHIP);
        assertThat(judge(sameDay, later, LaterEvents.DROP).judgement()).isEqualTo(Judgement.VIOLATION);
    }

    @Test
    void aScoreWithDaysFromBeforeTheErasureIsAViolationForEver() {
        Instant later = DUE.plus(Duration.ofDays(30));
        Finding score = beginning(
                finding("relationship-scores", Form.PLAIN, Kind.TABLE, AFTER, null),
                Instant.parse("2026-02-28T00:00:00Z"));
        Finding entry = finding("app-customers-changelog", Form.PLAIN, Kind.TABLE, AFTER, null);

        assertThat(judge(score, later, LaterEvents.BEGIN_ANEW).judgement()).isEqualTo(Judgement.VIOLATION);
        assertThat(judge(entry, later, LaterEvents.BEGIN_ANEW, score).judgement())
                .isEqualTo(Judgement.VIOLATION);
    }

    private static Finding beginning(Finding finding, Instant beginsAt) {
        return finding(
                finding.place(),
                finding.trace().form(),
                finding.kind(),
                finding.at().orElseThrow(),
                beginsAt);
    }

    @Test
    void anEventOfANewRelationshipIsNoTrace() {
        Finding event = finding("touchpoints", Form.PLAIN, Kind.LOG, AFTER, AFTER);

        assertThat(judge(event, NOW, LaterEvents.BEGIN_ANEW).judgement()).isEqualTo(Judgement.NEW_RELATIONSHIP);
        assertThat(judge(event, NOW, LaterEvents.DROP))
                .isEqualTo(new Evaluation(Judgement.ALLOWED, "arrived after the erasure", Optional.of(DUE)));
    }

    @Test
    void aFileMayHaveTheHashAndNeverTheName() {
        assertThat(judge(finding("audit.log", Form.HASHED, Kind.FILE, BEFORE, null)))
                .isEqualTo(new Evaluation(
                        Judgement.ALLOWED,
                        "only the hash, as in audit logs and in suppressions that were exported",
                        Optional.empty()));
        for (String name : List.of("customers", "touchpoints", "app-customers-changelog", "privacy-receipts")) {
            assertThat(judge(finding(name, Form.PLAIN, Kind.FILE, BEFORE, null)))
                    .as(name)
                    .isEqualTo(new Evaluation(
                            Judgement.VIOLATION, "a file: delete it, or make it again", Optional.empty()));
        }
    }

    @Test
    void whatIsKeptWithoutALimitIsNeverAllowed() {
        Evaluation kept = new Evaluation(Judgement.VIOLATION, "kept without a limit: set one", Optional.empty());
        PrivacyReceipt receipt = receipt(LaterEvents.DROP);
        receipt.setPlaces(List.of(new ErasedPlace(
                "touchpoints",
                ErasureAction.EXPIRES,
                Instant.parse("9999-12-31T23:59:59Z").toEpochMilli())));
        Finding old = finding("touchpoints", Form.PLAIN, Kind.LOG, BEFORE, BEFORE);
        Finding again = finding("touchpoints", Form.PLAIN, Kind.LOG, AFTER, BEFORE);
        Finding replaced = finding("relationship-scores", Form.PLAIN, Kind.TABLE, BEFORE, null);

        assertThat(new Allowance(names, List.of(receipt), List.of(), NOW).of(old))
                .as("by the receipt")
                .isEqualTo(kept);
        assertThat(judge(withoutLimit(old))).as("by the topic since").isEqualTo(kept);
        assertThat(judge(withoutLimit(again))).isEqualTo(kept);
        assertThat(judge(replaced.replaced(Optional.empty()))).isEqualTo(kept);
        assertThat(judge(withoutLimit(finding("relationship-scores", Form.PLAIN, Kind.TOMBSTONE, AFTER, null))))
                .isEqualTo(kept);
    }

    private static Finding withoutLimit(Finding finding) {
        return new Finding(
                finding.place(),
                finding.position(),
                finding.parts(),
                finding.trace(),
                finding.kind(),
                finding.at(),
                finding.beginsAt(),
                Optional.empty());
    }

    @Test
    void theTopicOfAnotherApplicationIsNotOnTheReceipt() {
        for (String other : List.of("app-eu-customers-changelog", "app-other-changelog", "shop-customers")) {
            assertThat(judge(finding(other, Form.PLAIN, Kind.TABLE, BEFORE, null)))
                    .as(other)
                    .isEqualTo(new Evaluation(Judgement.VIOLATION, "not on the receipt", Optional.of(DUE)));
            assertThat(judge(finding(other, Form.HASHED, Kind.TABLE, BEFORE, null))
                            .judgement())
                    .as(other)
                    .isEqualTo(Judgement.VIOLATION);
        }
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
