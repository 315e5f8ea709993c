package io.truenorth.dashboard.history;

import static io.truenorth.dashboard.history.BackfillUnderTest.LAST_WEEK;
import static io.truenorth.dashboard.history.BackfillUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.ScopeHistoryPoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillTest {
    private static final int WEEKS = 52;

    private final BackfillUnderTest backfill = new BackfillUnderTest();

    @AfterEach
    void stop() throws InterruptedException {
        backfill.close();
    }

    @Test
    void theWeeksOfAYearAreFilledTheLatestFirst() {
        backfill.start().awaitWeeks(WEEKS);

        assertThat(backfill.days("all"))
                .containsExactlyElementsOf(IntStream.range(0, WEEKS)
                        .mapToObj(week -> LocalDate.parse(LAST_WEEK).minusWeeks(week) + "")
                        .toList());
        assertThat(backfill.streams().asked().get(0)).endsWith("asOf=2026-02-22T00%3A00%3A00Z");
    }

    @Test
    void aWeekIsTheSumOfAllPagesWithTheAttributesOfToday() {
        backfill.start().awaitWeeks(1);

        ScopeHistoryPoint all = backfill.moment("all@" + LAST_WEEK);
        assertThat(all.getCustomers()).isEqualTo(2);
        assertThat(all.getScore()).isEqualTo(65_000_000);
        assertThat(all.getDetractors()).isEqualTo(1);
        assertThat(all.getReconstructed()).isTrue();
        assertThat(backfill.moment("region=north@" + LAST_WEEK).getStages().getLoyal())
                .isEqualTo(1);
        assertThat(backfill.moment("region=unset@" + LAST_WEEK).getStages().getAware())
                .isEqualTo(1);
    }

    @Test
    void itBeginsWhenThreeLooksInARowWereQuiet() {
        backfill.quietAt(poll -> poll != 3).start().awaitWeeks(1);

        assertThat(backfill.looks())
                .as("quiet twice, not once, quiet three times")
                .isEqualTo(6);
    }

    @Test
    void aReplayThatStandsInThePastMayOnlyPause() {
        backfill.lastTouched(Duration.ofDays(30)).start().awaitWeeks(1);

        assertThat(backfill.looks()).isEqualTo(60);
    }

    @Test
    void whileItIsNotQuietNothingIsAsked() {
        backfill.quietAt(poll -> poll % 3 != 0).start();

        await().atMost(PATIENCE).until(() -> backfill.looks() > 50);
        assertThat(backfill.streams().asked()).isEmpty();
    }

    @Test
    void whatWasRecordedIsNotReplaced() {
        backfill.recorded("all", LAST_WEEK).recorded("region=north", "2026-02-14");

        backfill.start().awaitWeeks(2);

        assertThat(backfill.written())
                .startsWith("region=unset@2026-02-14", "all@2026-02-14", "region=north@2026-02-07");
        assertThat(backfill.streams().asked().get(0))
                .as("of a week that is known nothing is asked")
                .contains("2026-02-15");
    }

    @Test
    void itGoesOnWhenTheStreamsServiceIsBack() {
        backfill.streams().goAway();
        backfill.start().awaitQuestions(3);
        assertThat(backfill.written()).isEmpty();

        backfill.streams().comeBack();

        backfill.awaitWeeks(1);
        assertThat(backfill.days("all")).startsWith(LAST_WEEK);
    }

    @Test
    void aWeekThatBrokeOffIsReadAnew() {
        backfill.breakOff();
        backfill.start().awaitQuestions(5);
        assertThat(backfill.written()).isEmpty();

        backfill.mend();

        backfill.awaitWeeks(1);
        assertThat(backfill.moment("all@" + LAST_WEEK).getCustomers())
                .as("Ann counts once")
                .isEqualTo(2);
    }

    @Test
    void aWeekThatCannotBeAddedUpIsLeftOut() {
        backfill.refusedUntil("2026-02-22").unheardOfUntil("2026-02-08");

        backfill.start().awaitWeeks(WEEKS - 2);

        assertThat(backfill.days("all")).startsWith("2026-02-14", "2026-01-31").doesNotContain(LAST_WEEK, "2026-02-07");
    }

    @Test
    void itStopsWhileItWaits() throws Exception {
        backfill.lookingEvery(Duration.ofHours(1)).start();

        assertThat(backfill.isGoneAfter(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void itStopsWhileTheStreamsServiceIsSlow() throws Exception {
        backfill.streams().hang();
        backfill.start().awaitQuestions(1);

        assertThat(backfill.isGoneAfter(Duration.ofSeconds(5))).isTrue();
        assertThat(backfill.written()).isEmpty();
    }
}
