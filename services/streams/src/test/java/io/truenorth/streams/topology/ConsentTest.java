package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityConsent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.streams.consent.ConsentDeclaration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What consent that is given and withdrawn by events and requests does to scores, ledgers and counters. */
class ConsentTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ConsentDeclaration KEEPING = new ConsentDeclaration(true, false, true);

    @TempDir
    private Path state;

    private TopologyBench bench() {
        return bench(ConsentDeclaration.standard());
    }

    private TopologyBench bench(ConsentDeclaration declared) {
        return new TopologyBench(Plans.with(declared), state.resolve("first"), NOON);
    }

    /** A purchase of 1 March 2026, at an hour. */
    private static TouchpointBuilder purchase(String id, int hour, String... identities) {
        return aTouchpoint("purchase")
                .withId(id)
                .worth(5_000)
                .at(Instant.parse("2026-03-01T00:00:00Z")
                        .plus(Duration.ofHours(hour))
                        .toEpochMilli())
                .byAll(Arrays.stream(identities)
                        .map(identity -> identity.split(":", 2))
                        .map(parts -> new Identity(parts[0], parts[1]))
                        .toList());
    }

    private static long ledgerEntries(List<LedgerPart> parts) {
        return parts.stream()
                .flatMap(part -> part.getLedgers().stream())
                .filter(ledger -> !ledger.getLedger().isEmpty())
                .count();
    }

    private static RelationshipScore only(Map<String, RelationshipScore> scores, String customer) {
        assertThat(scores).containsOnlyKeys(customer);
        return scores.get(customer);
    }

    @Test
    void aWithdrawalTakesTheScoreOutOfEverySumAndSuppressesTheEventsThatFollow() {
        try (TopologyBench bench = bench()) {
            PublishedSums sums = new PublishedSums();
            bench.send(purchase("1", 8, "crm:c-1").with("region", "north"));
            bench.send(purchase("2", 8, "crm:c-2").with("region", "north"));
            sums.read(bench.scoresByCustomer(), bench.snapshots());
            bench.transitions();

            bench.send(purchase("3", 9, "crm:c-1").consenting(false, null));
            Map<String, RelationshipScore> scores = bench.scoresByCustomer();
            assertThat(only(scores, "crm:c-1")).as("withdrawn").isNull();
            sums.read(scores, bench.snapshots());
            sums.assertExact(List.of("region", "tier"));
            assertThat(bench.transitions())
                    .extracting(StageTransition::getTo, StageTransition::getCause)
                    .containsExactly(tuple(Stage.UNKNOWN, TransitionCause.MERGE));

            bench.send(purchase("4", 10, "crm:c-1"));
            bench.advance(Duration.ofDays(60));
            assertThat(bench.scoresByCustomer()).doesNotContainKey("crm:c-1");
            assertThat(bench.counters().received()).isEqualTo(4);
            assertThat(bench.counters().scored()).isEqualTo(2);
            assertThat(bench.counters().suppressed()).isEqualTo(2);
            assertThat(ledgerEntries(bench.exported())).as("that of crm:c-2").isEqualTo(1);
        }
    }

    @Test
    void whoConsentsAgainStartsAnewWithTheEventThatSaysSo() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 7, "crm:c-1").with("region", "north"));
            bench.send(purchase("2", 8, "crm:c-1").consenting(false, null));
            bench.scoresByCustomer();

            bench.send(purchase("3", 9, "crm:c-1").consenting(true, null));
            RelationshipScore score = only(bench.scoresByCustomer(), "crm:c-1");
            assertThat(score.getInboundTouches()).isEqualTo(1);
            assertThat(score.getAttributes()).isEmpty();
            assertThat(bench.counters().scored()).isEqualTo(2);
            assertThat(bench.counters().suppressed()).isEqualTo(1);
        }
    }

    @Test
    void aLedgerThatIsKeptCountsWhenConsentIsGivenAgain() {
        try (TopologyBench bench = bench(KEEPING)) {
            PublishedSums sums = new PublishedSums();
            bench.send(purchase("1", 7, "crm:c-1").with("region", "north"));
            bench.send(purchase("2", 8, "crm:c-1").consenting(false, null));
            bench.send(purchase("3", 9, "crm:c-1"));
            assertThat(ledgerEntries(bench.exported())).isEqualTo(1);
            assertThat(bench.queries().find("crm:c-1", NOON.toEpochMilli()))
                    .as("no score")
                    .isEmpty();
            bench.transitions();
            sums.read(bench.scoresByCustomer(), bench.snapshots());

            bench.send(purchase("4", 10, "crm:c-1").consenting(true, null));
            Map<String, RelationshipScore> scores = bench.scoresByCustomer();
            assertThat(only(scores, "crm:c-1").getInboundTouches()).isEqualTo(2);
            assertThat(only(scores, "crm:c-1").getAttributes()).containsEntry("region", "north");
            sums.read(scores, bench.snapshots());
            sums.assertExact(List.of("region", "tier"));
            assertThat(bench.transitions())
                    .extracting(StageTransition::getCause)
                    .as("what is kept makes nobody move")
                    .startsWith(TransitionCause.MERGE);
        }
    }

    @Test
    void theLatestByEventTimeHoldsWhateverTheOrderOfArrival() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 9, "crm:c-1").consenting(true, true));
            bench.send(purchase("2", 8, "crm:c-1").consenting(false, false));
            assertThat(only(bench.scoresByCustomer(), "crm:c-1").getActivation())
                    .isTrue();
            assertThat(bench.counters().suppressed()).isZero();

            bench.send(purchase("3", 10, "crm:c-1").consenting(false, null));
            bench.send(purchase("4", 9, "crm:c-1").consenting(true, null));
            assertThat(only(bench.scoresByCustomer(), "crm:c-1")).isNull();
            assertThat(bench.counters().suppressed()).isEqualTo(2);
        }
    }

    @Test
    void ofTwoAtTheSameTimeTheGreaterIdHoldsAndThenTheWithdrawal() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("b", 9, "crm:c-1").consenting(true, null));
            bench.send(purchase("a", 9, "crm:c-1").consenting(false, null));
            assertThat(bench.counters().suppressed()).isZero();

            bench.send(purchase("x", 9, "crm:c-2").consenting(false, null));
            bench.send(purchase("x", 9, "crm:c-2").consenting(true, null));
            assertThat(bench.counters().suppressed()).isEqualTo(2);
        }
    }

    @Test
    void aChangeOfActivationAlonePublishesTheScoreAgain() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1"));
            RelationshipScore before = only(bench.scoresByCustomer(), "crm:c-1");
            assertThat(before.getActivation()).as("undeclared").isFalse();
            bench.transitions();

            bench.requestConsent("q-1", "crm:c-1", null, true);
            RelationshipScore after = only(bench.scoresByCustomer(), "crm:c-1");
            assertThat(after.getActivation()).isTrue();
            assertThat(after.getScore()).isEqualTo(before.getScore());
            assertThat(bench.transitions()).isEmpty();

            bench.advance(Duration.ofMillis(1)).requestConsent("q-2", "crm:c-1", null, false);
            assertThat(only(bench.scoresByCustomer(), "crm:c-1").getActivation())
                    .isFalse();
        }
    }

    @Test
    void consentOfAnEventReachesEachOfItsIdentitiesEvenIfTheyStayApart() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1"));
            bench.send(purchase("2", 8, "crm:c-2"));
            bench.scoresByCustomer();

            bench.send(purchase("3", 9, "crm:c-1", "crm:c-2").consenting(false, null));
            assertThat(bench.scoresByCustomer())
                    .containsOnlyKeys("crm:c-1", "crm:c-2")
                    .containsEntry("crm:c-1", null)
                    .containsEntry("crm:c-2", null);
            assertThat(bench.identityEvents()).as("refused").hasSize(1);
        }
    }

    @Test
    void aJoinTakesTheStricterAndASplitGivesEachItsOwnAgain() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1"));
            bench.send(purchase("2", 8, "card:7").consenting(false, true));
            bench.scoresByCustomer();

            bench.request("crm:c-1", "card:7");
            assertThat(only(bench.scoresByCustomer(), "crm:c-1")).isNull();
            bench.send(purchase("3", 9, "crm:c-1"));
            assertThat(bench.scoresByCustomer()).isEmpty();

            bench.request("card:7", null);
            RelationshipScore score = only(bench.scoresByCustomer(), "crm:c-1");
            assertThat(score.getInboundTouches())
                    .as("what the join did not delete")
                    .isEqualTo(1);
            assertThat(score.getActivation()).isFalse();

            bench.send(purchase("4", 10, "card:7"));
            assertThat(bench.scoresByCustomer()).isEmpty();
            assertThat(bench.counters().suppressed()).isEqualTo(3);
        }
    }

    @Test
    void anEventThatGivesConsentForAllIdentitiesOfItsCustomerIsScored() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1", "card:7").consenting(false, false));
            bench.send(purchase("2", 9, "crm:c-1").consenting(true, null));
            assertThat(bench.scoresByCustomer()).as("the card's is withdrawn").isEmpty();

            bench.send(purchase("3", 10, "crm:c-1", "card:7").consenting(true, true));
            assertThat(only(bench.scoresByCustomer(), "crm:c-1").getInboundTouches())
                    .isEqualTo(1);
            assertThat(bench.counters().suppressed()).isEqualTo(2);
        }
    }

    @Test
    void consentOfAnEventThatNamesItsOrderIsThatOfTheOrdersOwner() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1").referringTo("order:17"));
            bench.send(purchase("2", 9, "crm:c-1").byReference("order:17").consenting(false, null));
            assertThat(bench.scoresByCustomer()).containsEntry("crm:c-1", null);
            assertThat(bench.counters().suppressed()).isEqualTo(1);
        }
    }

    @Test
    void aRequestIsAnsweredByAReceiptThatNamesNobody() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1", "card:7"));
            bench.scoresByCustomer();

            bench.requestConsent("q-1", "card:7", false, true);
            assertThat(bench.scoresByCustomer()).containsEntry("crm:c-1", null);
            PrivacyReceipt receipt = bench.receipts().get(0);
            assertThat(receipt)
                    .isEqualTo(PrivacyReceipt.newBuilder()
                            .setRequestId("q-1")
                            .setOutcome(PrivacyOutcome.CONSENT_SET)
                            .setIdentities(List.of(IdentityHash.of("card:7")))
                            .setRequestedBy("officer")
                            .setRequestedAt(NOON.toEpochMilli())
                            .setExecutedAt(NOON.toEpochMilli())
                            .setConsent(new Consent(false, true))
                            .build());
            assertThat(receipt.toString()).doesNotContain("card:7");

            bench.requestConsent("q-1", "card:7", false, true);
            assertThat(bench.receipts()).as("repeated").containsExactly(receipt);
            assertThat(bench.scoresByCustomer()).isEmpty();
        }
    }

    @Test
    void consentOfManyUnderOneRequestIdHasAReceiptEach() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 8, "crm:c-1", "card:7"));

            bench.requestConsent("q-1", "crm:c-1", true, null);
            bench.requestConsent("q-1", "card:7", true, null);

            assertThat(bench.receiptsByKey())
                    .containsOnlyKeys("q-1/" + IdentityHash.of("crm:c-1"), "q-1/" + IdentityHash.of("card:7"));
        }
    }

    @Test
    void aRequestThatIsOutdatedChangesNothingAndSaysSo() {
        try (TopologyBench bench = bench()) {
            bench.send(purchase("1", 11, "crm:c-1").consenting(true, null));
            bench.scoresByCustomer();
            IdentityRequest earlier = IdentityRequest.newBuilder()
                    .setRequestId("q-1")
                    .setIdentity("crm:c-1")
                    .setRequestedAt(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli())
                    .setConsent(new Consent(false, null))
                    .build();

            bench.request(earlier);
            assertThat(bench.receipts())
                    .extracting(PrivacyReceipt::getOutcome, PrivacyReceipt::getConsent)
                    .containsExactly(tuple(PrivacyOutcome.CONSENT_OUTDATED, new Consent(false, null)));
            assertThat(bench.scoresByCustomer()).isEmpty();

            bench.request(IdentityRequest.newBuilder(earlier)
                    .setRequestId("q-2")
                    .setConsent(new Consent(false, true))
                    .build());
            assertThat(bench.receipts())
                    .extracting(PrivacyReceipt::getOutcome, PrivacyReceipt::getConsent)
                    .as("of two purposes the one that holds")
                    .containsExactly(tuple(PrivacyOutcome.CONSENT_SET, new Consent(null, true)));
        }
    }

    @Test
    void requestsThatSayNothingOrTwoThingsFailByName() {
        try (TopologyBench bench = bench()) {
            bench.requestConsent("q-1", "crm:c-1", null, null);
            bench.requestConsent("q-2", "crm:unknown", false, null);
            bench.request(IdentityRequest.newBuilder()
                    .setRequestId("q-3")
                    .setIdentity("crm:c-1")
                    .setOther("card:7")
                    .setRequestedAt(NOON.toEpochMilli())
                    .setConsent(new Consent(false, null))
                    .build());

            assertThat(bench.failed())
                    .extracting(record -> FailedTouchpoint.read(record.headers()))
                    .extracting(FailedTouchpoint::reason, FailedTouchpoint::path)
                    .containsExactly(
                            tuple("INVALID_CONSENT", "consent"),
                            tuple("BLOCKED_IDENTITY", "identity"),
                            tuple("INVALID_CONSENT", "consent"));
            assertThat(bench.receipts()).isEmpty();
        }
    }

    @Test
    void whereNobodyIsScoredWithoutConsentAnEventThatGivesItIsTheFirst() {
        try (TopologyBench bench = bench(new ConsentDeclaration(false, true, false))) {
            bench.send(purchase("1", 8, "crm:c-1"));
            assertThat(bench.scoresByCustomer()).isEmpty();

            bench.send(purchase("2", 9, "crm:c-1").consenting(true, null));
            RelationshipScore score = only(bench.scoresByCustomer(), "crm:c-1");
            assertThat(score.getInboundTouches()).isEqualTo(1);
            assertThat(score.getActivation()).as("as declared").isTrue();
        }
    }

    @Test
    void consentIsExportedAndImportedBeforeAnyLedger() {
        List<LedgerPart> parts;
        try (TopologyBench bench = bench(KEEPING)) {
            bench.send(purchase("1", 7, "crm:c-1", "card:7"));
            bench.send(purchase("2", 7, "card:7"));
            bench.send(purchase("3", 8, "card:7").consenting(false, null));
            bench.send(purchase("4", 8, "crm:c-2").consenting(true, true));
            parts = bench.exported();
        }
        assertThat(parts.stream().flatMap(part -> part.getConsents().stream()))
                .extracting(IdentityConsent::getIdentity, IdentityConsent::getPurpose, IdentityConsent::getGiven)
                .containsExactlyInAnyOrder(
                        tuple("card:7", "scoring", false),
                        tuple("crm:c-2", "scoring", true),
                        tuple("crm:c-2", "activation", true));

        try (TopologyBench to = new TopologyBench(Plans.standard(), state.resolve("second"), NOON)) {
            parts.forEach(to::importPart);
            parts.forEach(to::importPart);
            Map<String, RelationshipScore> scores = to.scoresByCustomer();
            assertThat(scores.get("crm:c-1")).isNull();
            assertThat(scores.get("crm:c-2").getActivation()).isTrue();
            assertThat(to.exported())
                    .flatExtracting(LedgerPart::getLedgers)
                    .extracting(ledger -> ledger.getIdentity())
                    .as("what came under an identity that has withdrawn is not stored again")
                    .containsExactlyInAnyOrder("crm:c-1", "crm:c-2");
        }
    }

    @Test
    void anImportThatKnowsAnUnknownPurposeFailsByName() {
        try (TopologyBench bench = bench()) {
            bench.importPart(LedgerPart.newBuilder()
                    .setCustomer("crm:c-1")
                    .setConsents(List.of(new IdentityConsent("crm:c-1", "profiling", false, 0L, "e-1")))
                    .build());

            assertThat(bench.failed())
                    .extracting(record -> FailedTouchpoint.read(record.headers()))
                    .extracting(FailedTouchpoint::reason, FailedTouchpoint::path)
                    .containsExactly(tuple("INVALID_CONSENT", "consents"));
        }
    }
}
