package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Consent;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.identity.IdentityHash;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.TouchpointCounters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure removes, what stays, and what comes back of whom: nothing from before it. */
class ErasureTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BEFORE = "2026-02-20T11:00:00Z";

    private TopologyBench bench;
    private TopologyBench other;
    private long sent;

    @BeforeEach
    void start(@TempDir Path state, @TempDir Path otherState) {
        bench = new TopologyBench(Plans.standard(), state, NOON);
        other = new TopologyBench(Plans.standard(), otherState, NOON);
    }

    @AfterEach
    void stop() {
        bench.close();
        other.close();
    }

    private static TouchpointBuilder purchase(String id, String at, String... identities) {
        return aTouchpoint("purchase")
                .withId(id)
                .worth(1_000)
                .at(at)
                .byAll(Arrays.stream(identities)
                        .map(name -> name.split(":", 2))
                        .map(parts -> new Identity(parts[0], parts[1]))
                        .toList());
    }

    private void send(TouchpointBuilder touchpoint) {
        bench.send(touchpoint);
        sent++;
    }

    private void send(String id, String at, String... identities) {
        send(purchase(id, at, identities));
    }

    /** The sweep takes a batch of customers, then one of references, and sees that there are no more. */
    private void sweep() {
        for (int second = 0; second < 6; second++) {
            bench.advance(Duration.ofSeconds(1));
        }
    }

    private void erase(String identity, String requestId) {
        bench.erase(identity, requestId, LaterEvents.BEGIN_ANEW);
        sweep();
    }

    private Map<String, RelationshipScore> scores() {
        return bench.scoresByCustomer();
    }

    private void assertCountersAddUp() {
        TouchpointCounters counters = bench.counters();
        assertThat(counters.received()).isEqualTo(sent);
        assertThat(counters.scored()
                        + counters.duplicates()
                        + counters.failed()
                        + counters.waiting()
                        + counters.suppressed())
                .isEqualTo(sent);
    }

    private static List<String> hashes(String... identities) {
        return Stream.of(identities).map(IdentityHash::of).sorted().toList();
    }

    private void joinAnn() {
        send(purchase("1", BEFORE, "crm:ann", "card:ann-7").with("region", "north"));
        send("2", BEFORE, "crm:ann", "anonymous:ann-a");
        send("3", BEFORE, "card:ann-7");
        assertThat(scores())
                .hasEntrySatisfying(
                        "crm:ann",
                        score -> assertThat(score.getInboundTouches()).isEqualTo(3));
        assertThat(bench.redirects()).contains(entry("card:ann-7", "crm:ann"), entry("anonymous:ann-a", "crm:ann"));
        bench.identityEvents();
        bench.snapshots();
        bench.transitions();
    }

    @Test
    void anErasedCustomerLeavesHashesOnly() {
        joinAnn();
        send("4", BEFORE, "crm:bob");
        bench.advance(Duration.ofSeconds(1));

        erase("card:ann-7", "request-1");

        assertThat(scores()).containsEntry("crm:ann", null);
        assertThat(bench.redirects()).containsOnly(entry("card:ann-7", null), entry("anonymous:ann-a", null));
        assertThat(bench.transitions())
                .as("nothing new is said of them")
                .noneMatch(transition -> transition.getCustomer().equals("crm:ann"));
        assertThat(bench.identityEvents()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo(IdentityEventType.ERASED);
            assertThat(event.getCustomer()).isEqualTo(IdentityHash.of("crm:ann"));
            assertThat(event.getIdentities()).isEqualTo(hashes("crm:ann", "card:ann-7", "anonymous:ann-a"));
            assertThat(event.getEventId()).isEqualTo("request-1");
        });
        assertThat(bench.stores("ann")).isFalse();
        assertThat(bench.stores("crm:bob")).isTrue();
        assertThat(bench.stores(IdentityHash.of("card:ann-7"))).isTrue();
        assertThat(bench.exported()).extracting(LedgerPart::getCustomer).containsExactly("", "crm:bob");
    }

    @Test
    void tablesAreAppendedToAfterAnErasureSoThatTheyAreCompactedWithoutTraffic() {
        joinAnn();
        bench.advance(Duration.ofHours(7));
        assertThat(scores()).doesNotContainKey("#0");

        erase("card:ann-7", "request-1");
        bench.advance(Duration.ofHours(7));

        assertThat(scores()).containsEntry("#0", null);
        assertThat(bench.redirects()).contains(entry("#0", null));
        for (int step = 0; step < 20; step++) {
            bench.advance(Duration.ofHours(6));
        }
        scores();
        bench.advance(Duration.ofDays(1));
        assertThat(scores()).as("after the dates of the receipt").isEmpty();
    }

    @Test
    void longLedgersAreRemovedFromTheirBlocks() {
        for (int event = 0; event < 130; event++) {
            send("c-" + event, NOON.minus(Duration.ofHours(12L * (event + 1))).toString(), "card:ann-7");
        }
        for (int event = 0; event < 130; event++) {
            send("e-" + event, NOON.minus(Duration.ofHours(12L * (event + 1))).toString(), "crm:ann");
        }
        send("joins", BEFORE, "crm:ann", "card:ann-7");

        erase("card:ann-7", "request-1");
        assertThat(bench.stores("ann")).isFalse();

        bench.advance(Duration.ofMinutes(10));
        send("anew", "2026-03-01T12:05:00Z", "card:ann-7");
        assertThat(scores().get("card:ann-7").getInboundTouches()).isEqualTo(1);
    }

    @Test
    void whoWithdrewConsentBeforeIsRemovedWithTheBlocks() {
        for (int event = 0; event < 130; event++) {
            send("e-" + event, NOON.minus(Duration.ofHours(12L * (event + 1))).toString(), "crm:ann");
        }
        bench.requestConsent("consent-1", "crm:ann", false, null);
        bench.advance(Duration.ofMinutes(1));

        erase("crm:ann", "request-1");
        assertThat(bench.stores("ann")).isFalse();
    }

    @Test
    void parentsLoseWhoIsErasedAndNobodyHasMoved() {
        joinAnn();
        send("4", BEFORE, "crm:bob");
        bench.snapshots();

        erase("crm:ann", "request-1");

        List<AdvocacySnapshot> snapshots = bench.snapshots();
        assertThat(snapshots)
                .filteredOn(snapshot -> snapshot.getScope().equals("all"))
                .last()
                .satisfies(all -> assertThat(all.getCustomers()).isEqualTo(1));
        assertThat(snapshots)
                .filteredOn(snapshot -> snapshot.getScope().equals("region=north"))
                .last()
                .satisfies(north -> assertThat(north.getCustomers()).isZero());
    }

    @Test
    void theReceiptHasPlacesAndDates() {
        joinAnn();
        erase("crm:ann", "request-1");

        PrivacyReceipt receipt = bench.receipts().get(0);
        assertThat(receipt.getRequestId()).isEqualTo("request-1");
        assertThat(receipt.getOutcome()).isEqualTo(PrivacyOutcome.ERASED);
        assertThat(receipt.getIdentities()).isEqualTo(hashes("crm:ann", "card:ann-7", "anonymous:ann-a"));
        assertThat(receipt.getRequestedBy()).isEqualTo("officer");
        assertThat(receipt.getExecutedAt()).isEqualTo(NOON.toEpochMilli());
        assertThat(receipt.getLaterEvents()).isEqualTo(LaterEvents.BEGIN_ANEW);
        assertThat(receipt.getPlaces())
                .extracting(ErasedPlace::getPlace)
                .containsExactly(
                        "touchpoints",
                        "touchpoints-failed",
                        "ledger-imports",
                        "identity-requests",
                        "identity-events",
                        "stage-transitions",
                        "relationship-scores",
                        "customer-redirects",
                        "truenorth-test-customers-changelog",
                        "truenorth-test-misplaced-touchpoints-repartition",
                        "customers",
                        "dashboard");
        assertThat(receipt.getPlaces())
                .allSatisfy(place -> assertThat(Instant.ofEpochMilli(place.getGoneBy()))
                        .isBetween(NOON, NOON.plus(Duration.ofDays(31))));
        assertThat(receipt.getPlaces())
                .filteredOn(place -> place.getPlace().equals("touchpoints"))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.getAction()).isEqualTo(ErasureAction.EXPIRES);
                    assertThat(Instant.ofEpochMilli(place.getGoneBy()))
                            .isEqualTo(NOON.plus(Duration.ofDays(30)).plus(Duration.ofHours(12)));
                });
    }

    @Test
    void replayedEventsAndRetractionsBringNobodyBack() {
        joinAnn();
        erase("crm:ann", "request-1");
        scores();

        send(purchase("1", BEFORE, "crm:ann", "card:ann-7").with("region", "north"));
        send("2", BEFORE, "crm:ann", "anonymous:ann-a");
        send("3", BEFORE, "card:ann-7");
        send("5", "2026-03-01T11:59:00Z", "anonymous:ann-a");
        send(purchase("6", BEFORE, "crm:ann").takingBack("1"));
        sweep();

        assertThat(scores()).isEmpty();
        assertThat(bench.redirects()).doesNotContainValue("crm:ann");
        assertThat(bench.stores("ann")).isFalse();
        assertThat(bench.counters().suppressed()).isEqualTo(5);
        assertCountersAddUp();
    }

    @Test
    void anOldEventUnderAnotherNameCountsAndLinksNobodyWhoIsErased() {
        send("1", BEFORE, "card:ann-7");
        erase("card:ann-7", "request-1");
        scores();

        send("2", BEFORE, "crm:bob", "card:ann-7");
        sweep();

        assertThat(scores()).containsOnlyKeys("crm:bob");
        assertThat(bench.stores("ann")).isFalse();
        assertCountersAddUp();
    }

    @Test
    void laterEventsBeginAnewOnTheSameDayAndSurviveAJoinAndASplit() {
        joinAnn();
        erase("crm:ann", "request-1");
        scores();
        bench.advance(Duration.ofMinutes(10));

        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        send("3", BEFORE, "card:ann-7");
        assertThat(scores().get("card:ann-7").getInboundTouches()).isEqualTo(1);

        send("8", BEFORE, "crm:bob");
        send("9", "2026-03-01T12:06:00Z", "crm:bob", "card:ann-7");
        assertThat(scores())
                .hasEntrySatisfying(
                        "crm:bob",
                        score -> assertThat(score.getInboundTouches())
                                .as("a join deletes nothing of the other side")
                                .isEqualTo(3));
        send("3", BEFORE, "card:ann-7");
        assertThat(scores()).isEmpty();

        bench.request("card:ann-7", null);
        assertThat(scores())
                .hasEntrySatisfying(
                        "card:ann-7",
                        score -> assertThat(score.getInboundTouches()).isEqualTo(1));
        send("3", BEFORE, "card:ann-7");
        assertThat(scores()).isEmpty();
        assertCountersAddUp();
    }

    @Test
    void laterEventsAreDroppedIfTheRequestSaysSo() {
        joinAnn();
        bench.erase("crm:ann", "request-1", LaterEvents.DROP);
        scores();
        bench.advance(Duration.ofMinutes(10));

        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        send("8", "2026-03-01T12:05:00Z", "crm:bob", "card:ann-7");
        sweep();

        assertThat(scores()).containsOnlyKeys("crm:bob");
        assertThat(bench.stores("ann")).isFalse();
        assertThat(bench.counters().suppressed()).isEqualTo(1);
        assertCountersAddUp();
    }

    @Test
    void whoObjectsIsNotScoredAnewUntilErasedAgainOtherwise() {
        joinAnn();
        bench.requestConsent("consent-1", "card:ann-7", false, null);
        assertThat(scores()).containsEntry("crm:ann", null);
        bench.receipts();
        erase("crm:ann", "request-1");
        assertThat(bench.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.getLaterEvents()).isEqualTo(LaterEvents.DROP));
        bench.advance(Duration.ofMinutes(10));

        send("7", "2026-03-01T12:05:00Z", "crm:ann");
        send(purchase("8", "2026-03-01T12:05:00Z", "card:ann-7").consenting(true, null));
        assertThat(scores()).isEmpty();
        assertThat(bench.counters().suppressed()).isEqualTo(2);

        erase("card:ann-7", "request-2");
        bench.advance(Duration.ofMinutes(10));
        send("9", "2026-03-01T12:25:00Z", "card:ann-7");
        assertThat(scores()).containsOnlyKeys("card:ann-7");
        assertCountersAddUp();
    }

    @Test
    void aRequestThatGivesConsentToScoringEndsAnErasureThatDropsLaterEvents() {
        joinAnn();
        bench.erase("crm:ann", "request-1", LaterEvents.DROP);
        scores();
        bench.receipts();
        bench.advance(Duration.ofMinutes(10));
        send(purchase("7", "2026-03-01T12:05:00Z", "card:ann-7").consenting(true, true));
        assertThat(bench.stores("ann"))
                .as("the consent of an event is dropped with it")
                .isFalse();

        bench.requestConsent("consent-1", "card:ann-7", true, null);
        bench.requestConsent("consent-1", "card:ann-7", true, null);
        assertThat(bench.receipts())
                .extracting(PrivacyReceipt::getOutcome, PrivacyReceipt::getConsent)
                .as("also when it is repeated")
                .containsExactly(
                        tuple(PrivacyOutcome.CONSENT_SET, new Consent(true, null)),
                        tuple(PrivacyOutcome.CONSENT_SET, new Consent(true, null)));
        bench.advance(Duration.ofMinutes(10));
        send("8", "2026-03-01T12:15:00Z", "crm:bob", "card:ann-7");
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        send("9", "2026-03-01T12:10:00Z", "card:ann-7");
        send("3", BEFORE, "card:ann-7");
        send("10", "2026-03-01T12:15:00Z", "crm:ann");

        assertThat(scores()).as("another identity has not agreed").containsOnlyKeys("crm:bob");
        assertThat(bench.queries().identities("crm:bob").orElseThrow().members())
                .containsKey("card:ann-7");
        assertThat(bench.counters().suppressed()).isEqualTo(5);
        assertCountersAddUp();
    }

    @Test
    void consentFromBeforeAnErasureDoesNotEndIt() {
        bench.erase("card:ann-7", "request-1", LaterEvents.DROP);
        bench.receipts();

        bench.requestConsent("consent-1", "card:ann-7", true, true);
        assertThat(bench.receipts())
                .extracting(PrivacyReceipt::getOutcome, PrivacyReceipt::getConsent)
                .containsExactly(tuple(PrivacyOutcome.CONSENT_OUTDATED, new Consent(true, true)));
        bench.advance(Duration.ofMinutes(10));
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        assertThat(scores()).isEmpty();
        assertThat(bench.stores("ann")).isFalse();
    }

    @Test
    void consentThatEndsNoErasureIsNotStoredUnderTheName() {
        bench.erase("card:ann-7", "request-1", LaterEvents.DROP);
        bench.receipts();
        bench.advance(Duration.ofMinutes(10));

        bench.requestConsent("consent-1", "card:ann-7", null, true);
        bench.requestConsent("consent-2", "card:ann-7", false, true);
        bench.requestConsent("consent-3", "card:ann-7", null, false);

        assertThat(bench.receipts())
                .extracting(PrivacyReceipt::getOutcome, PrivacyReceipt::getConsent)
                .containsExactly(
                        tuple(PrivacyOutcome.CONSENT_OUTDATED, new Consent(null, true)),
                        tuple(PrivacyOutcome.CONSENT_SET, new Consent(false, null)),
                        tuple(PrivacyOutcome.CONSENT_SET, new Consent(null, false)));
        assertThat(bench.stores("ann")).isFalse();
    }

    @Test
    void ofConsentThatIsGivenAndWithdrawnTheLaterHoldsWhicheverComesFirst() {
        bench.erase("card:ann-7", "request-1", LaterEvents.DROP);
        bench.erase("card:eve-3", "request-2", LaterEvents.DROP);
        bench.advance(Duration.ofMinutes(10));

        consentAt("2026-03-01T12:02:00Z", "card:ann-7", false);
        consentAt("2026-03-01T12:01:00Z", "card:ann-7", true);
        consentAt("2026-03-01T12:01:00Z", "card:eve-3", true);
        consentAt("2026-03-01T12:02:00Z", "card:eve-3", false);

        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        send("8", "2026-03-01T12:05:00Z", "card:eve-3");
        assertThat(scores()).isEmpty();
        assertThat(bench.counters().suppressed()).isEqualTo(2);
    }

    private void consentAt(String time, String identity, boolean scoring) {
        bench.request(IdentityRequest.newBuilder()
                .setRequestId("consent-" + identity + "-" + scoring)
                .setIdentity(identity)
                .setRequestedBy("officer")
                .setRequestedAt(Instant.parse(time).toEpochMilli())
                .setConsent(new Consent(scoring, null))
                .build());
    }

    @Test
    void consentThatEndsAnErasureIsExported() {
        bench.erase("card:ann-7", "request-1", LaterEvents.DROP);
        bench.exported().forEach(other::importPart);
        bench.advance(Duration.ofMinutes(10));
        bench.requestConsent("consent-1", "card:ann-7", true, null);
        other.advance(Duration.ofMinutes(20));
        bench.exported().forEach(other::importPart);

        other.send(purchase("7", "2026-03-01T12:05:00Z", "card:ann-7"));
        assertThat(other.scoresByCustomer()).isEmpty();
        other.send(purchase("8", "2026-03-01T12:15:00Z", "card:ann-7"));
        assertThat(other.scoresByCustomer()).containsOnlyKeys("card:ann-7");
    }

    @Test
    void anObjectionFromBeforeTheErasureThatComesAfterItHoldsForThePerson() {
        joinAnn();
        erase("crm:ann", "request-1");
        bench.receipts();
        scores();

        consentAt("2026-03-01T11:59:00Z", "card:ann-7", false);
        assertThat(bench.receipts()).extracting(PrivacyReceipt::getOutcome).containsExactly(PrivacyOutcome.CONSENT_SET);
        bench.advance(Duration.ofMinutes(10));
        send("7", "2026-03-01T12:05:00Z", "crm:ann");
        send("8", "2026-03-01T12:05:00Z", "card:ann-7");

        assertThat(scores()).isEmpty();
        assertThat(bench.stores("ann")).isFalse();
        assertCountersAddUp();
    }

    @Test
    void anObjectionFromBeforeTheErasureHoldsForWhoHasBegunAnew() {
        send("1", BEFORE, "card:ann-7");
        erase("card:ann-7", "request-1");
        bench.advance(Duration.ofMinutes(10));
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        scores();

        consentAt("2026-03-01T11:59:00Z", "card:ann-7", false);
        assertThat(scores()).containsEntry("card:ann-7", null);
    }

    @Test
    void activationStaysWithdrawnUntilItIsGivenAgain(@TempDir Path state) {
        try (TopologyBench given =
                new TopologyBench(Plans.with(new ConsentDeclaration(true, true, false)), state, NOON)) {
            given.send(purchase("1", BEFORE, "crm:ann", "card:ann-7"));
            given.requestConsent("consent-1", "card:ann-7", null, false);
            given.erase("crm:ann", "request-1", LaterEvents.BEGIN_ANEW);
            given.scoresByCustomer();
            assertThat(given.stores("ann")).isFalse();
            given.advance(Duration.ofMinutes(10));

            given.send(purchase("2", "2026-03-01T12:05:00Z", "crm:ann"));
            given.send(purchase("3", "2026-03-01T12:05:00Z", "crm:eve"));
            assertThat(given.scoresByCustomer().values())
                    .extracting(RelationshipScore::getCustomer, RelationshipScore::getActivation)
                    .containsExactlyInAnyOrder(tuple("crm:ann", false), tuple("crm:eve", true));
            given.send(purchase("4", "2026-03-01T12:06:00Z", "crm:eve", "card:ann-7"));
            assertThat(given.scoresByCustomer().get("crm:eve").getActivation())
                    .as("a join takes the stricter")
                    .isFalse();

            given.requestConsent("consent-2", "crm:ann", null, true);
            assertThat(given.scoresByCustomer().get("crm:ann").getActivation()).isTrue();
            given.send(purchase("5", "2026-03-01T12:07:00Z", "crm:ann"));
            assertThat(given.scoresByCustomer().get("crm:ann").getActivation()).isTrue();
        }
    }

    @Test
    void activationThatIsWithdrawnOfWhoIsDroppedIsKnownWhenTheyBeginAnew(@TempDir Path state) {
        try (TopologyBench given =
                new TopologyBench(Plans.with(new ConsentDeclaration(true, true, false)), state, NOON)) {
            given.erase("crm:ann", "request-1", LaterEvents.DROP);
            given.advance(Duration.ofMinutes(1));
            given.requestConsent("consent-1", "crm:ann", null, false);
            given.advance(Duration.ofMinutes(1));
            given.requestConsent("consent-2", "crm:ann", true, null);
            given.advance(Duration.ofMinutes(10));

            given.send(purchase("2", "2026-03-01T12:05:00Z", "crm:ann"));
            assertThat(given.scoresByCustomer().get("crm:ann").getActivation()).isFalse();
        }
    }

    @Test
    void consentThatWasGivenIsErased() {
        send(purchase("1", BEFORE, "crm:ann").consenting(true, true));
        assertThat(scores().get("crm:ann").getActivation()).isTrue();
        erase("crm:ann", "request-1");
        scores();
        bench.advance(Duration.ofMinutes(10));

        send("2", "2026-03-01T12:05:00Z", "crm:ann");
        send(purchase("3", BEFORE, "crm:ann").consenting(null, true));
        assertThat(scores().get("crm:ann").getActivation()).isFalse();
        assertCountersAddUp();
    }

    @Test
    void whoIsUnknownIsSuppressedAllTheSame() {
        erase("card:eve-3", "request-1");

        assertThat(bench.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getOutcome()).isEqualTo(PrivacyOutcome.NOTHING_KNOWN);
            assertThat(receipt.getIdentities()).isEqualTo(hashes("card:eve-3"));
        });
        send("1", BEFORE, "card:eve-3");
        assertThat(scores()).isEmpty();
        assertThat(bench.counters().suppressed()).isEqualTo(1);
        assertThat(bench.stores("eve")).isFalse();
    }

    @Test
    void aRequestThatIsRepeatedChangesNothing() {
        joinAnn();
        erase("crm:ann", "request-1");
        bench.receipts();
        bench.identityEvents();
        bench.advance(Duration.ofMinutes(10));
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        scores();

        erase("crm:ann", "request-1");
        erase("card:ann-7", "request-1");

        assertThat(bench.receipts()).as("the first receipt stands").isEmpty();
        assertThat(bench.identityEvents()).isEmpty();
        assertThat(scores()).as("what began anew stays").isEmpty();
        assertThat(bench.stores("card:ann-7")).isTrue();
    }

    @Test
    void twoPersonsUnderOneRequestIdHaveAReceiptEach() {
        joinAnn();
        send("4", BEFORE, "crm:bob");

        erase("card:ann-7", "request-1");
        erase("crm:bob", "request-1");
        erase("card:ann-7", "request-1");

        Map<String, PrivacyReceipt> receipts = bench.receiptsByKey();
        assertThat(receipts)
                .containsOnlyKeys(
                        "request-1/" + IdentityHash.of("card:ann-7"), "request-1/" + IdentityHash.of("crm:bob"));
        assertThat(receipts.get("request-1/" + IdentityHash.of("card:ann-7")).getIdentities())
                .isEqualTo(hashes("crm:ann", "card:ann-7", "anonymous:ann-a"));
        assertThat(receipts.get("request-1/" + IdentityHash.of("crm:bob")).getIdentities())
                .isEqualTo(hashes("crm:bob"));
    }

    @Test
    void aLaterRequestErasesWhatBeganAnew() {
        joinAnn();
        erase("crm:ann", "request-1");
        bench.advance(Duration.ofMinutes(10));
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        bench.receipts();
        scores();

        erase("card:ann-7", "request-2");

        assertThat(bench.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getOutcome()).isEqualTo(PrivacyOutcome.ERASED);
            assertThat(receipt.getIdentities()).isEqualTo(hashes("card:ann-7"));
        });
        assertThat(scores()).containsEntry("card:ann-7", null);
        assertThat(bench.stores("ann")).isFalse();
        send("7", "2026-03-01T12:05:00Z", "card:ann-7");
        assertThat(scores()).isEmpty();
    }

    @Test
    void requestsThatCannotBeExecutedAreRefusedByName() {
        bench.erase("email:null", "request-1", LaterEvents.BEGIN_ANEW);
        assertFailed(FailureReason.BLOCKED_IDENTITY, "identity");
        bench.erase("nobody", "request-1", LaterEvents.BEGIN_ANEW);
        assertFailed(FailureReason.INVALID_IDENTITY, "identity");
        bench.erase("card:ann-7", "request-1", LaterEvents.UNSPECIFIED);
        assertFailed(FailureReason.UNSUPPORTED_FIELD, "erasure.laterEvents");
        bench.erase("card:ann-7", "", LaterEvents.BEGIN_ANEW);
        assertFailed(FailureReason.INVALID_TEXT, "requestId");
        bench.request(IdentityRequest.newBuilder()
                .setRequestId("request-1")
                .setIdentity("card:ann-7")
                .setOther("crm:ann")
                .setRequestedAt(NOON.toEpochMilli())
                .setErasure(new Erasure(LaterEvents.DROP))
                .build());
        assertFailed(FailureReason.UNSUPPORTED_FIELD, "other");
    }

    private void assertFailed(FailureReason reason, String path) {
        assertThat(bench.failed()).singleElement().satisfies(record -> {
            FailedTouchpoint failure = FailedTouchpoint.read(record.headers());
            assertThat(failure.reason()).isEqualTo(reason.name());
            assertThat(failure.path()).isEqualTo(path);
        });
        assertThat(bench.receipts()).isEmpty();
    }

    @Test
    void whatOthersSayOfWhoIsErasedIsRemoved() {
        send("1", BEFORE, "crm:ann", "email:ann-1");
        send("2", BEFORE, "crm:bob", "email:ann-1");
        send("3", BEFORE, "crm:eve", "card:eve-1");
        bench.request("card:eve-1", null);
        assertThat(bench.identityEvents())
                .extracting(IdentityEvent::getType)
                .contains(IdentityEventType.REFUSED, IdentityEventType.SPLIT);
        assertThat(bench.queries().identities("crm:bob").orElseThrow().refusals())
                .as("a link with who is erased")
                .hasSize(1);

        erase("crm:ann", "request-1");
        erase("card:eve-1", "request-2");

        assertThat(bench.stores("ann")).isFalse();
        assertThat(bench.stores("card:eve-1")).isFalse();
        assertThat(bench.queries().identities("crm:bob").orElseThrow().refusals())
                .isEmpty();
        assertThat(bench.queries().identities("crm:eve").orElseThrow().barred()).isEmpty();
    }

    @Test
    void referencesOfWhoIsErasedBelongToNobody() {
        send(purchase("1", BEFORE, "crm:ann").referringTo("order:1017"));
        erase("crm:ann", "request-1");
        scores();
        assertThat(bench.stores("ann")).isFalse();

        send(aTouchpoint("refund").withId("2").at(BEFORE).byReference("order:1017"));
        send(purchase("1", BEFORE, "crm:ann").referringTo("order:1017"));
        assertThat(bench.counters().waiting()).as("an old event claims nothing").isEqualTo(1);
        assertThat(bench.stores("ann")).isFalse();

        bench.advance(Duration.ofMinutes(10));
        send(purchase("3", "2026-03-01T12:05:00Z", "crm:ann").referringTo("order:1017"));
        assertThat(bench.counters().waiting()).isZero();
        assertThat(scores().get("crm:ann").getInboundTouches())
                .as("the refund is from before the erasure")
                .isEqualTo(1);
        assertThat(bench.counters().suppressed()).isEqualTo(2);
        assertCountersAddUp();
    }

    @Test
    void whatWaitsForWhoIsDroppedIsSuppressedWithTheConsentThatFollows() {
        send(purchase("1", BEFORE, "crm:ann"));
        send(aTouchpoint("refund").withId("2").at(BEFORE).byReference("order:1017"));
        assertThat(bench.counters().waiting()).isEqualTo(1);
        bench.erase("crm:ann", "request-1", LaterEvents.DROP);
        bench.advance(Duration.ofMinutes(10));
        send(purchase("3", "2026-03-01T12:05:00Z", "crm:ann").referringTo("order:1017"));
        assertThat(bench.counters().waiting()).as("nobody is known to own it").isEqualTo(1);

        bench.requestConsent("consent-1", "crm:ann", true, null);
        bench.advance(Duration.ofMinutes(10));
        send(purchase("4", "2026-03-01T12:15:00Z", "crm:ann").referringTo("order:1017"));
        scores();

        assertThat(bench.counters().waiting()).isZero();
        assertThat(bench.counters().suppressed()).isEqualTo(2);
        assertCountersAddUp();
    }

    @Test
    void aLinkThatIsSeenAgainBeforeTheOldOneIsRemovedIsNotLost() {
        send("1", BEFORE, "crm:ann", "email:ann-1");
        send("2", BEFORE, "crm:bob", "email:ann-1");
        assertThat(bench.queries().identities("crm:bob").orElseThrow().refusals())
                .hasSize(1);
        bench.erase("crm:ann", "request-1", LaterEvents.BEGIN_ANEW);
        scores();

        bench.advance(Duration.ofMillis(100)); // before the sweep begins
        send("3", "2026-03-01T12:00:00.050Z", "crm:bob", "email:ann-1");
        sweep();

        assertThat(bench.queries().identities("crm:bob").orElseThrow().members())
                .containsKey("email:ann-1");
    }

    @Test
    void aWaitingRecordWithAWrongKeyDoesNotNameWhoIsErased() {
        bench.send(
                "card:ann-7",
                aTouchpoint("refund")
                        .withId("2")
                        .at(BEFORE)
                        .byReference("order:1017")
                        .build());
        assertThat(bench.stores("card:ann-7")).isTrue();

        erase("card:ann-7", "request-1");
        assertThat(bench.stores("ann")).isFalse();
        bench.send(
                "card:ann-7",
                aTouchpoint("refund")
                        .withId("3")
                        .at(BEFORE)
                        .byReference("order:1017")
                        .build());

        assertThat(bench.counters().waiting()).isEqualTo(2);
        assertThat(bench.stores("ann")).isFalse();
    }

    @Test
    void anOldBackupBringsNobodyBack() {
        joinAnn();
        send("3", BEFORE, "crm:bob", "card:bob-1");
        bench.request("card:bob-1", null);
        List<LedgerPart> backup = bench.exported();
        erase("crm:ann", "request-1");
        erase("card:bob-1", "request-2");
        scores();

        backup.forEach(bench::importPart);
        sweep();

        assertThat(scores()).containsOnlyKeys("crm:bob");
        assertThat(bench.stores("ann")).isFalse();
        assertThat(bench.stores("card:bob-1")).as("a pair that was split").isFalse();
    }

    @Test
    void ofABackupTheDaysAfterAnErasureAreTaken() {
        send("1", BEFORE, "crm:ann");
        erase("crm:ann", "request-1");
        bench.advance(Duration.ofDays(2));
        send("2", "2026-03-01T13:00:00Z", "crm:ann");
        send("3", "2026-03-02T13:00:00Z", "crm:ann");
        bench.exported().forEach(other.advance(Duration.ofDays(2))::importPart);

        assertThat(other.scoresByCustomer().get("crm:ann").getInboundTouches())
                .as("an entry has a day, and that of the erasure is left out")
                .isEqualTo(1);
    }

    @Test
    void suppressionsMoveToAnotherDeployment() {
        joinAnn();
        erase("crm:ann", "request-1");
        List<LedgerPart> parts = bench.exported();
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.getCustomer()).isEmpty();
            assertThat(part.getSuppressions()).hasSize(3);
        });

        other.send(purchase("4", BEFORE, "crm:bob"));
        parts.forEach(other::importPart);
        other.send(purchase("1", BEFORE, "crm:ann", "card:ann-7"));

        assertThat(other.scoresByCustomer()).containsOnlyKeys("crm:bob");
        assertThat(other.counters().suppressed()).isEqualTo(1);
        assertThat(other.exported().get(0).getSuppressions())
                .isEqualTo(parts.get(0).getSuppressions());
    }

    @Test
    void anErasureElsewhereIsExecutedHereToo() {
        joinAnn();
        erase("crm:ann", "request-1");
        List<LedgerPart> parts = bench.exported();

        other.send(purchase("1", BEFORE, "crm:ann"));
        parts.forEach(other::importPart);
        assertThat(other.scoresByCustomer().get("crm:ann")).isNotNull();
        other.erase("crm:ann", "request-1", LaterEvents.BEGIN_ANEW);

        assertThat(other.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.getOutcome()).isEqualTo(PrivacyOutcome.ERASED));
        assertThat(other.scoresByCustomer()).containsEntry("crm:ann", null);
    }

    @Test
    void attributesOfSuppressedEventsAreNotTaken() {
        send("1", BEFORE, "crm:ann");
        erase("crm:ann", "request-1");
        bench.advance(Duration.ofMinutes(10));
        send(purchase("2", BEFORE, "crm:ann").with("region", "north"));
        send("3", "2026-03-01T12:05:00Z", "crm:ann");

        assertThat(scores().get("crm:ann").getAttributes()).isEmpty();
    }
}
