package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.Reference;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.reference.ReferenceLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Touchpoints that name no customer, but an order, a charge or a ticket of one. */
class ReferencedTouchpointsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration REMEMBER = Duration.ofDays(400);
    private static final Duration AWAIT = Duration.ofDays(30);
    private static final int MOST_WAITING = 5;

    @TempDir
    private Path state;

    private TopologyBench bench;

    @BeforeEach
    void start() {
        bench = bench(1);
    }

    /** The bench has partition 0 of the plan's partitions: messages to keys of others take the internal topic. */
    private TopologyBench bench(int partitions) {
        ReferenceLimits references = new ReferenceLimits(REMEMBER, AWAIT, MOST_WAITING);
        return new TopologyBench(
                Plans.with(
                        TopicCatalogue.standard().withAgreedPartitions(partitions),
                        new RelationshipLimits(10_000, 1L << 28, 500, 30_000, references)),
                state.resolve(partitions + "-" + System.nanoTime()),
                NOON);
    }

    @AfterEach
    void stop() {
        TouchpointCounters counters = bench.counters();
        bench.close();
        assertThat(counters.scored()
                        + counters.failed()
                        + counters.duplicates()
                        + counters.waiting()
                        + counters.suppressed())
                .isEqualTo(counters.received());
    }

    private static TouchpointBuilder order(String... identities) {
        return aTouchpoint("purchase")
                .at("2026-02-20T11:00:00Z")
                .byAll(identities(identities))
                .worth(5_000)
                .referringTo("order:1017");
    }

    private static TouchpointBuilder refund() {
        return aTouchpoint("refunded")
                .withId("refund")
                .at("2026-02-25T11:00:00Z")
                .byReference("order:1017")
                .worth(-2_000);
    }

    private static List<Identity> identities(String... identities) {
        return Arrays.stream(identities)
                .map(identity -> identity.split(":", 2))
                .map(parts -> new Identity(parts[0], parts[1]))
                .toList();
    }

    /** The score of an order and its refund that names the customer. */
    private RelationshipScore expected(String customer) {
        try (TopologyBench named = bench(1)) {
            named.send(order(customer));
            named.send(refund().byAll(identities(customer)));
            return named.scoresByCustomer().get(customer);
        }
    }

    private void assertScoredAs(RelationshipScore expected, RelationshipScore score) {
        assertThat(score.getScore()).isEqualTo(expected.getScore());
        assertThat(score.getChannels()).isEqualTo(expected.getChannels());
    }

    private FailedTouchpoint onlyFailed() {
        return FailedTouchpoint.read(onlyFailedRecord().headers());
    }

    private TestRecord<byte[], byte[]> onlyFailedRecord() {
        List<TestRecord<byte[], byte[]>> failed = bench.failed();
        assertThat(failed).hasSize(1);
        return failed.get(0);
    }

    private void use(TopologyBench other) {
        bench.close();
        bench = other;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aRefundReachesTheCustomerOfItsOrder(int partitions) {
        use(bench(partitions));
        bench.send(order("crm:c-1"));
        bench.send(refund());

        assertScoredAs(expected("crm:c-1"), bench.scoresByCustomer().get("crm:c-1"));
        assertThat(bench.counters().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aRefundThatIsEarlierThanItsOrderWaitsForIt(int partitions) {
        use(bench(partitions));
        bench.send(refund());
        assertThat(bench.counters().waiting()).isEqualTo(1);
        assertThat(bench.scores()).isEmpty();

        bench.send(order("crm:c-1"));

        assertScoredAs(expected("crm:c-1"), bench.scoresByCustomer().get("crm:c-1"));
        assertThat(bench.counters().waiting()).isZero();
        assertThat(bench.counters().scored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aRefundFollowsTheCustomerOfItsOrderWhoJoinedAnother(int partitions) {
        use(bench(partitions));
        bench.send(order("anonymous:a-1"));
        bench.send(aTouchpoint("page_viewed")
                .byAll(identities("crm:c-1", "anonymous:a-1"))
                .at("2026-02-21T11:00:00Z"));
        bench.scores();

        bench.send(refund());

        assertThat(bench.scoresByCustomer()).containsOnlyKeys("crm:c-1");
    }

    @Test
    void aRefundFollowsTheIdentityThatWasSplitOff() {
        bench.send(order("card:k-1"));
        bench.send(aTouchpoint("page_viewed")
                .byAll(identities("crm:c-1", "card:k-1"))
                .at("2026-02-21T11:00:00Z"));
        bench.request("card:k-1", null);
        bench.scores();

        bench.send(refund());

        Map<String, RelationshipScore> scores = bench.scoresByCustomer();
        assertThat(scores).containsOnlyKeys("card:k-1");
        assertScoredAs(expected("card:k-1"), scores.get("card:k-1"));
    }

    @Test
    void theOtherReferencesOfAnEventBelongToItsCustomerToo() {
        bench.send(order("crm:c-1"));
        bench.send(refund().withId("dispute").byReference("order:1017", "dispute:d-1"));
        bench.send(aTouchpoint("dispute_lost").at("2026-02-26T11:00:00Z").byReference("dispute:d-1"));

        assertThat(bench.counters().scored()).isEqualTo(3);
        assertThat(bench.scoresByCustomer()).containsOnlyKeys("crm:c-1");
    }

    @Test
    void anEventThatIsTakenBackByItsReferenceCountsNothing() {
        bench.send(order("crm:c-1"));
        RelationshipScore before = bench.scoresByCustomer().get("crm:c-1");
        bench.send(refund());

        bench.send(refund().withId("not-refunded").takingBack("refund"));

        assertScoredAs(before, bench.scoresByCustomer().get("crm:c-1"));
    }

    @Test
    void aDuplicateIsKnownWhetherItNamesTheCustomerOrNot() {
        bench.send(order("crm:c-1"));
        bench.send(refund());
        bench.send(refund());
        bench.send(refund().byAll(identities("crm:c-1")));

        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(bench.counters().duplicates()).isEqualTo(2);
    }

    @Test
    void anEventOfAReferenceThatNobodyClaimsFailsInTheEnd() {
        Touchpoint refund = refund().build();
        bench.send(refund);
        bench.advance(AWAIT.minusDays(1));
        bench.send(refund().withId("later"));
        assertThat(bench.failed()).isEmpty();

        bench.advance(Duration.ofDays(1));

        TestRecord<byte[], byte[]> failed = onlyFailedRecord();
        FailedTouchpoint why = FailedTouchpoint.read(failed.headers());
        assertThat(why.reason() + " at " + why.path()).isEqualTo("UNKNOWN_REFERENCE at references[0]");
        assertThat(why.message()).startsWith("expected a reference whose customer is known");
        assertThat(why.source()).isEqualTo("test");
        assertThat(failed.key()).asString(StandardCharsets.UTF_8).isEqualTo("order:1017");
        assertThat(failed.value()).isEqualTo(bench.encode(refund));
        assertThat(bench.counters().waiting()).as("the later one still waits").isEqualTo(1);

        bench.send(order("crm:c-1"));
        bench.sendBytes(failed.key(), failed.value(), failed.headers());
        assertThat(bench.counters().scored()).as("the failed one was replayed").isEqualTo(3);
    }

    @Test
    void moreEventsThanMayWaitForACustomerFailAtOnce() {
        for (int event = 0; event <= MOST_WAITING; event++) {
            bench.send(refund().withId("refund-" + event));
        }

        assertThat(onlyFailed().reason()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(bench.counters().waiting()).isEqualTo(MOST_WAITING);

        bench.send(order("crm:c-1"));
        assertThat(bench.counters().scored()).isEqualTo(MOST_WAITING + 1);
    }

    @Test
    void aReferenceIsForgottenLongAfterItsLastUse() {
        bench.send(order("crm:c-1"));
        bench.advance(REMEMBER.minusDays(1));
        bench.send(refund());
        assertThat(bench.counters().scored()).isEqualTo(2);

        bench.advance(REMEMBER.minusDays(1));
        bench.send(refund().withId("refund-2"));
        assertThat(bench.counters().scored()).as("used meanwhile").isEqualTo(3);

        bench.advance(REMEMBER.plusDays(1));
        bench.send(refund().withId("refund-3"));
        assertThat(bench.counters().waiting()).isEqualTo(1);
    }

    @Test
    void ofTwoCustomersTheOneOfTheEarlierEventOwnsTheReference() {
        bench.send(order("crm:late").at("2026-02-21T11:00:00Z"));
        bench.send(order("crm:early").withId("first").at("2026-02-20T11:00:00Z"));
        bench.send(order("crm:late").at("2026-02-22T11:00:00Z"));
        bench.scores();

        bench.send(refund());

        assertThat(bench.scoresByCustomer()).containsOnlyKeys("crm:early");
        assertThat(bench.identityEvents()).singleElement().satisfies(conflict -> {
            assertThat(conflict.getType()).isEqualTo(IdentityEventType.REFERENCE_CONFLICT);
            assertThat(conflict.getCustomer()).isEqualTo("crm:early");
            assertThat(conflict.getIdentities()).containsExactly("crm:early", "crm:late");
            assertThat(conflict.getFirst()).isEqualTo("order:1017");
        });
    }

    @Test
    void severalIdentitiesOfOneCustomerAreNoConflict() {
        bench.send(order("anonymous:a-1"));
        bench.send(order("crm:c-1", "anonymous:a-1").at("2026-02-21T11:00:00Z"));
        bench.send(order("crm:c-1").at("2026-02-22T11:00:00Z"));
        bench.send(order("email:e-1").at("2026-02-19T11:00:00Z"));

        assertThat(bench.identityEvents())
                .filteredOn(event -> event.getType() == IdentityEventType.REFERENCE_CONFLICT)
                .extracting(IdentityEvent::getIdentities)
                .containsExactly(List.of("email:e-1", "anonymous:a-1"));
    }

    @Test
    void whatIsKnownOfReferencesIsStored() {
        bench.send(order("crm:c-1"));
        bench.send(refund().withId("refund-2").byReference("order:1018"));
        bench.customers().clearCache();

        bench.send(refund());
        bench.send(order("crm:c-1").referringTo("order:1018"));

        assertThat(bench.counters().scored()).isEqualTo(4);
        assertThat(bench.counters().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:undefined", "crm:guest"})
    void anEventWithoutAUsableIdentityIsAddressedToItsReference(String nobody) {
        bench.send(order("crm:c-1"));
        bench.send(refund().byAll(identities(nobody)));

        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(bench.counters().rekeyed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1017, INVALID_REFERENCE at references[0].type",
        "'a:b', 1017, INVALID_REFERENCE at references[0].type",
        "order, '', INVALID_REFERENCE at references[0].id",
        "order, undefined, NO_IDENTITY at identities",
        "order, 10\u200b17, HIDDEN_CHARACTER at references[0].id",
    })
    void invalidReferencesFail(String type, String id, String expected) {
        Touchpoint touchpoint = refund().build();
        touchpoint.getReferences().set(0, new Reference(type, id));

        bench.send(TouchpointKey.of(touchpoint), touchpoint);

        FailedTouchpoint why = onlyFailed();
        assertThat(why.reason() + " at " + why.path()).isEqualTo(expected);
    }

    @Test
    void moreReferencesThanAnEventMayHaveFail() {
        TouchpointBuilder touchpoint = refund();
        for (int reference = 0; reference < 20; reference++) {
            touchpoint.referringTo("order:" + reference);
        }

        bench.send(touchpoint);

        assertThat(onlyFailed().message()).isEqualTo("expected at most 20, was 21");
    }
}
