package io.truenorth.dashboard.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.moves.PointChanges.Moved;
import io.truenorth.dashboard.upstream.FakeStreams;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovesCacheTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long DAY = 86_400_000L;
    private static final String FIRST = "/v1/scores?limit=2000&asOf=";
    private static final String NEXT = "/v1/scores?limit=2000&cursor=c1";
    private static final String BOB = FakeStreams.page(
            FakeStreams.score("crm:bob", "aware", 0, false, ",\"moved\":{\"web\":{\"purchase\":-2000000}}"), "");

    private final Clock clock = Clock.systemUTC();
    private volatile boolean read = true;
    private final FakeStreams streams =
            new FakeStreams().answering(FIRST, annFrom("loyal")).answering(NEXT, BOB);
    private final Customers customers =
            new Population().add("crm:ann").at(Stage.AWARE, 9_000_000).known().customers();
    private final MovesCache cache = new MovesCache(streams.queries(), customers, () -> read, clock);

    @AfterEach
    void stop() throws InterruptedException {
        cache.stop(PATIENCE);
        streams.close();
    }

    @Test
    void whatMovedIsAddedUpFromAllPages() {
        cache.start();

        Moves moves = cache.points(30).orElseThrow();

        assertThat(moves.since()).isEqualTo(Period.since(30, clock.millis()));
        assertThat(moves.stages()).as("bob was not known").containsOnlyKeys("crm:ann");
        assertThat(moves.flow(customers.all().stream(), "all")[Stage.LOYAL.ordinal()][Stage.AWARE.ordinal()])
                .isEqualTo(1);
        assertThat(moves.points().of("web")).isEqualTo(new Moved(5_000_000, 3_000_000));
        assertThat(moves.points().kindsOf("web")).containsEntry("purchase", new Moved(5_000_000, 2_000_000));
    }

    @Test
    void whatIsToldLateChangesWhereCustomersStood() {
        cache.start();
        cache.stages(30);
        streams.answering(FIRST, annFrom("engaged"));

        change(clock.millis() - 31 * DAY);

        assertThat(cache.stages(30).orElseThrow().stages()).containsEntry("crm:ann", Stage.ENGAGED);
    }

    @Test
    void whatHappensNowLeavesTheBeginningAsItWas() {
        cache.start();
        cache.points(7);
        int asked = awaitQuiet();

        change(clock.millis());
        cache.stages(7);

        assertThat(streams.asked()).hasSize(asked);
    }

    @Test
    void whatHappensNowChangesThePoints() {
        cache.start();
        cache.points(7);
        streams.answering(NEXT, BOB.replace("-2000000", "-4000000"));

        change(clock.millis());

        assertThat(cache.points(7).orElseThrow().points().of("web").lost()).isEqualTo(5_000_000);
    }

    @Test
    void whoIsForgottenIsNoPartOfItAnyMore() {
        cache.start();
        cache.points(7);
        streams.answering(FIRST, BOB);

        customers.accept("crm:ann", null);

        assertThat(cache.stages(7).orElseThrow().stages()).isEmpty();
    }

    @Test
    void whileTheStreamsServiceIsAwayNothingIsKnown() {
        streams.goAway();
        cache.start();
        Optional<Moves> unknown = cache.stages(30);
        streams.comeBack();

        assertThat(unknown).isEmpty();
        await().atMost(PATIENCE).until(() -> cache.stages(30).isPresent());
    }

    @Test
    void nothingIsAskedBeforeAllCustomersAreRead() {
        read = false;
        cache.start();

        assertThat(cache.stages(30)).isEmpty();
        assertThat(streams.asked()).isEmpty();

        read = true;
        await().atMost(PATIENCE).until(() -> cache.stages(30).isPresent());
    }

    /** Ann, who stood at that stage. */
    private static String annFrom(String stage) {
        String more = ",\"before\":{\"score\":1,\"stage\":\"" + stage
                + "\"},\"moved\":{\"web\":{\"purchase\":5000000,\"visit\":-1000000}}";
        return FakeStreams.page(FakeStreams.score("crm:ann", "aware", 0, false, more), "c1");
    }

    private void change(long earliest) {
        Population people = new Population()
                .add("crm:ann")
                .at(Stage.AWARE, 9_000_000)
                .changedFrom(earliest)
                .known();
        customers.accept("crm:ann", people.score("crm:ann"));
    }

    /** Once each period was asked for, of two pages. */
    private int awaitQuiet() {
        int all = 2 * MovesSource.PERIODS.size();
        await().atMost(PATIENCE).until(() -> streams.asked().size() == all);
        return all;
    }
}
