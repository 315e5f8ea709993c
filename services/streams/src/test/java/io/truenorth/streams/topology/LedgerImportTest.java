package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.CustomerQueries.ScoredCustomer;
import io.truenorth.streams.customer.ImportCounters;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.customer.TouchpointCounters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that were exported from one deployment and are imported into another. */
class LedgerImportTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int EVENTS = 300;

    private TopologyBench from;
    private TopologyBench to;

    @BeforeEach
    void start(@TempDir Path first, @TempDir Path second) {
        from = new TopologyBench(Plans.standard(), first, NOON);
        to = new TopologyBench(Plans.standard(), second, NOON);
    }

    @AfterEach
    void stop() {
        from.close();
        to.close();
    }

    private static List<TouchpointBuilder> history() {
        List<TouchpointBuilder> history = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            history.add(aTouchpoint(event % 3 == 0 ? "purchase" : "visit")
                    .withId("e-" + event)
                    .by("c-" + event % 4)
                    .at(NOON.minus(Duration.ofHours(5L * event)).toString())
                    .with("region", event % 2 == 0 ? "north" : "south"));
        }
        return history;
    }

    private static List<ScoredCustomer> scoresOf(TopologyBench bench) {
        return bench.queries()
                .page("", "", 1_000, NOON.toEpochMilli(), OptionalLong.empty())
                .scores();
    }

    private void importAll(List<LedgerPart> parts) {
        parts.forEach(to::importPart);
    }

    @Test
    void importedCustomersHaveTheSameLedgersScoresAndAttributes() {
        history().forEach(from::send);

        importAll(from.exported());

        assertThat(scoresOf(to)).hasSize(4).isEqualTo(scoresOf(from));
        assertThat(to.scores())
                .extracting(RelationshipScore::getCustomer, RelationshipScore::getAttributes)
                .containsExactlyInAnyOrderElementsOf(from.exported().stream()
                        .map(part -> tuple(
                                part.getCustomer(),
                                Map.of("region", part.getAttributes().get(0).getValue())))
                        .toList());
        assertThat(to.snapshots())
                .last()
                .satisfies(all -> assertThat(all.getCustomers()).isPositive());
    }

    @Test
    void anImportThatIsRepeatedChangesNothing() {
        history().forEach(from::send);
        importAll(from.exported());
        List<ScoredCustomer> once = scoresOf(to);
        List<LedgerPart> exportedOnce = to.exported();

        importAll(from.exported());

        assertThat(scoresOf(to)).isEqualTo(once);
        assertThat(to.exported()).isEqualTo(exportedOnce);
        assertThat(to.queries().imports()).isEqualTo(new ImportCounters(8, 8, 0));
        assertThat(to.counters().received()).isZero();
    }

    @Test
    void whoWasJoinedIsJoinedAgainAndWhoWasSplitStaysApart() {
        Identity account = new Identity("crm", "c-1");
        Identity visitor = new Identity("anonymous", "a-1");
        Identity card = new Identity("card", "7");
        from.send(seen("visit", "1", visitor));
        from.send(seen("purchase", "2", card).with("region", "north"));
        from.send(seen("purchase", "3", account, visitor));
        from.send(seen("purchase", "4", account, card));
        from.request("anonymous:a-1", null);
        assertThat(scoresOf(from)).hasSize(2);

        importAll(from.exported());
        importAll(from.exported());

        assertThat(scoresOf(to)).isEqualTo(scoresOf(from));
        assertThat(to.exported()).isEqualTo(from.exported());
        for (TopologyBench bench : List.of(from, to)) {
            bench.send(seen("visit", "5", account, visitor));
            bench.send(seen("purchase", "6", card));
        }
        assertThat(scoresOf(to)).isEqualTo(scoresOf(from)).hasSize(2);
    }

    private static TouchpointBuilder seen(String kind, String id, Identity... identities) {
        return aTouchpoint(kind)
                .withId(id)
                .byAll(List.of(identities))
                .at(NOON.minus(Duration.ofHours(30)).toString());
    }

    @Test
    void liveEventsAndImportsMayComeInAnyOrder() {
        long seed = 17;
        history().forEach(from::send);
        List<Runnable> arrivals = new ArrayList<>();
        from.exported().forEach(part -> arrivals.add(() -> to.importPart(part)));
        // What follows the offsets of an export includes events that the export has already.
        history().subList(EVENTS / 2, EVENTS).forEach(event -> arrivals.add(() -> to.send(event)));
        for (int event = 0; event < 20; event++) {
            TouchpointBuilder later = aTouchpoint("purchase")
                    .withId("new-" + event)
                    .by("c-" + event % 5)
                    .at(NOON.minusSeconds(event).toString());
            from.send(later);
            arrivals.add(() -> to.send(later));
        }
        Collections.shuffle(arrivals, new Random(seed));

        arrivals.forEach(Runnable::run);

        assertThat(scoresOf(to)).as("seed %d", seed).hasSize(5).isEqualTo(scoresOf(from));
        TouchpointCounters counters = to.counters();
        assertThat(counters.scored()
                        + counters.failed()
                        + counters.duplicates()
                        + counters.waiting()
                        + counters.suppressed())
                .isEqualTo(counters.received())
                .isEqualTo(EVENTS / 2 + 20);
    }

    @Test
    void aStageThatWasPublishedBeforeTheExportIsNoTransition() {
        history().forEach(from::send);
        assertThat(from.transitions()).isNotEmpty();

        importAll(from.exported());
        importAll(from.exported());

        assertThat(to.transitions()).isEmpty();
    }

    @Test
    void aStageThatChangedSinceTheExportIsATransitionFromThePublishedStage() {
        history().forEach(from::send);
        List<LedgerPart> exported = from.exported();
        to.advance(Duration.ofDays(3_000));

        importAll(exported);

        assertThat(to.transitions())
                .isNotEmpty()
                .allSatisfy(transition -> assertThat(exported).anySatisfy(part -> {
                    assertThat(part.getCustomer()).isEqualTo(transition.getCustomer());
                    assertThat(part.getPublished().getStage()).isEqualTo(transition.getFrom());
                }));
    }

    @Test
    void aCustomerInSeveralPartsIsScoredWithTheLastOne() {
        history().forEach(from::send);
        LedgerPart whole = from.exported().get(0);
        List<LedgerPart> parts = new ArrayList<>();
        for (IdentityLedger ledger : whole.getLedgers()) {
            parts.add(new LedgerPart(
                    whole.getCustomer(),
                    false,
                    List.of(ledger),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null));
        }
        parts.add(new LedgerPart(
                whole.getCustomer(),
                true,
                List.of(),
                whole.getAttributes(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                whole.getPublished()));
        assertThat(parts).hasSizeGreaterThan(2);

        importAll(parts.subList(0, parts.size() - 1));
        assertThat(to.scores()).isEmpty();
        to.importPart(parts.get(parts.size() - 1));

        assertThat(to.scores()).hasSize(1);
        assertThat(to.transitions()).isEmpty();
        assertThat(scoresOf(to)).containsExactly(scoresOf(from).get(0));
    }

    @Test
    void aMonthThatVersion1StoredIsImportedAndStored() {
        byte[] month = HexFormat.of()
                .parseHex("01be0a030573746f7265087075726368617365056272616e64011e0001020504bb3e011e0100b94f523196aa"
                        + "acd804");
        LedgerPart part = new LedgerPart(
                "crm:c-1",
                true,
                List.of(new IdentityLedger("crm:c-1", List.of(ByteBuffer.wrap(month)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);

        importAll(List.of(part, part));

        assertThat(scoresOf(to))
                .singleElement()
                .satisfies(scored -> assertThat(scored.snapshot().score()).isPositive());
        assertThat(to.exported())
                .singleElement()
                .satisfies(exported -> assertThat(exported.getLedgers()).hasSize(1));
    }

    @Test
    void aDamagedRecordFailsWithAReasonAndTheNextOneIsImported() {
        history().forEach(from::send);
        LedgerPart good = from.exported().get(0);
        byte[] key = good.getCustomer().getBytes(StandardCharsets.UTF_8);
        LedgerPart damaged = new LedgerPart(
                good.getCustomer(),
                true,
                List.of(new IdentityLedger(good.getCustomer(), List.of(ByteBuffer.wrap(new byte[] {2, 9, 9})))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);

        to.importBytes(key, new byte[] {1, 2, 3});
        to.importBytes(key, null);
        to.importBytes(null, new byte[] {1, 2, 3});
        to.importPart(damaged);
        to.importPart(good);

        assertThat(to.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("NOT_WIRE_FORMAT", "NULL_VALUE", "NULL_KEY", "INVALID_LEDGER");
        assertThat(to.queries().imports()).isEqualTo(new ImportCounters(5, 1, 4));
        assertThat(to.counters().failed()).as("touchpoints").isZero();
        assertThat(scoresOf(to)).hasSize(1);
    }

    @Test
    void aLedgerOfTheFutureFails() {
        RelationshipLedger ahead = new RelationshipLedger();
        ahead.add(Touch.of(
                "e-1",
                NOON.plus(Duration.ofDays(2)).toEpochMilli(),
                "web",
                "purchase",
                "",
                Direction.INBOUND,
                Sentiment.NONE,
                0));

        to.importPart(new LedgerPart(
                "crm:c-1",
                true,
                List.of(new IdentityLedger("crm:c-1", List.of(ByteBuffer.wrap(ahead.toBytes())))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));

        assertThat(to.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("INVALID_LEDGER");
        assertThat(to.scores()).isEmpty();
    }

    @Test
    void aRecordOnAnotherPartitionThanItsCustomersFails(@TempDir Path state) {
        history().forEach(from::send);
        try (TopologyBench eight = new TopologyBench(
                Plans.with(
                        TopicCatalogue.standard().withAgreedPartitions(8),
                        new RelationshipLimits(10_000, 1L << 28, 500, 30_000)),
                state,
                NOON)) {
            from.exported().forEach(eight::importPart);

            assertThat(eight.failed())
                    .isNotEmpty()
                    .extracting(
                            record -> FailedTouchpoint.read(record.headers()).reason())
                    .containsOnly("WRONG_PARTITION");
        }
    }
}
