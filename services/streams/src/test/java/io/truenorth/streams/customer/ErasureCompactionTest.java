package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.streams.store.CountingEntries;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With the usual settings a step is due every six hours, for four days and twenty minutes. */
class ErasureCompactionTest {
    private static final long NOON = 1_772_366_400_000L;
    private static final long STEP = Duration.ofHours(6).toMillis();
    private static final int STEPS = 18;

    private final CountingEntries entries = new CountingEntries();
    private ErasureCompaction compaction = compaction();

    private ErasureCompaction compaction() {
        return new ErasureCompaction(entries, CustomerStates.places());
    }

    /** Returns the number of steps made within some of them, one asked for each minute. */
    private int steps(long from, int periods) {
        int made = 0;
        for (long now = from; now < from + periods * STEP; now += 60_000) {
            made += compaction.step(now) ? 1 : 0;
        }
        return made;
    }

    @Test
    void withoutAnErasureNothingIsWritten() {
        assertThat(steps(NOON, 100)).isZero();
        assertThat(entries.writes()).isZero();
    }

    @Test
    void theLastStepComesAfterTheDatesOfTheReceipt() {
        compaction.request(NOON);
        assertThat(compaction.step(NOON + STEP - 1)).isFalse();
        assertThat(compaction.step(NOON + STEP)).isTrue();
        assertThat(compaction.step(NOON + STEP)).as("in the same moment").isFalse();

        assertThat(steps(NOON + STEP, STEPS - 2)).isEqualTo(STEPS - 3);
        assertThat(NOON + (STEPS - 1) * STEP)
                .isGreaterThan(NOON + CustomerStates.places().compactedWithin());
        assertThat(steps(NOON + (STEPS - 2) * STEP, 100)).isEqualTo(2);
        assertThat(entries.get(CustomerKeys.compaction()))
                .as("nothing is left to do")
                .isNull();
    }

    @Test
    void eachStepIsWrittenToTheStoreAndSoToItsChangelog() {
        compaction.request(NOON);
        entries.forgetWrites();
        assertThat(steps(NOON, 10)).isEqualTo(9);
        assertThat(entries.writes()).isEqualTo(9);
    }

    @Test
    void aClockThatWasAheadDoesNotStopIt() {
        compaction.request(NOON);
        assertThat(compaction.step(NOON + 10 * STEP)).as("by another instance").isTrue();
        assertThat(steps(NOON + STEP, 3)).isEqualTo(3);
    }

    @Test
    void itGoesOnAfterARestart() {
        compaction.request(NOON);
        steps(NOON, 10);
        compaction = compaction();
        assertThat(steps(NOON + 10 * STEP, 100)).isEqualTo(STEPS - 9);
    }

    @Test
    void aStopOfTheServiceTakesNoStepsAway() {
        compaction.request(NOON);
        assertThat(steps(NOON + Duration.ofDays(30).toMillis(), 100)).isEqualTo(STEPS);
    }

    @Test
    void anErasureMeanwhileHasAsManyStepsAsAnother() {
        compaction.request(NOON);
        steps(NOON, 10);
        long later = NOON + 10 * STEP - 1_000;
        compaction.request(later);
        assertThat(steps(later, 100)).isEqualTo(STEPS);
    }

    @Test
    void manyErasuresAtOnceAreWrittenOnce() {
        for (int erasure = 0; erasure < 1_000; erasure++) {
            compaction.request(NOON + erasure);
        }
        assertThat(entries.writes()).isEqualTo(1);
    }

    @Test
    void whatWasReadIsForgottenWhenTheStoreChanges() {
        var before = entries.content();
        compaction.request(NOON);
        entries.restore(before);
        compaction.discard();
        assertThat(compaction.step(NOON + STEP)).isFalse();
    }

    @Test
    void theProgressIsStored() {
        CompactionProgress progress = new CompactionProgress(NOON, STEP);
        assertThat(CompactionProgress.fromBytes(progress.toBytes())).isEqualTo(progress);
    }
}
