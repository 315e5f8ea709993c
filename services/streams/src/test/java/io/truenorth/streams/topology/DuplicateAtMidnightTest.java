package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.RelationshipScore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events with a clock ahead, one minute before midnight: they occur on a day that has not begun. */
class DuplicateAtMidnightTest {
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-02-28T23:59:00Z");
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final String TWO_PAST = "2026-03-01T00:02:00Z";
    private static final long FEBRUARY_28 =
            Instant.parse("2026-02-28T00:00:00Z").toEpochMilli();

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(Plans.standard(), state, BEFORE_MIDNIGHT);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aRetryAfterMidnightIsNotCountedWheneverItComes() {
        bench.send(purchase("e-1"));
        bench.advance(TWO_MINUTES).send(purchase("e-1"));
        bench.advance(Duration.ofDays(3)).send(purchase("e-1"));

        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(bench.counters().duplicates()).isEqualTo(1);
        assertThat(last(bench.scores())).satisfies(score -> {
            assertThat(score.getInboundTouches()).isEqualTo(1);
            assertThat(score.getLastTouchAt()).isEqualTo(FEBRUARY_28);
        });
    }

    @Test
    void aRetryThatTakesTheDetourOfAWrongKeyIsNotCountedEither() {
        bench.send(purchase("e-1"));
        bench.advance(TWO_MINUTES).send("other", purchase("e-1").build());

        assertThat(bench.counters().rekeyed()).isEqualTo(1);
        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(last(bench.scores()).getInboundTouches()).isEqualTo(1);
    }

    @Test
    void twoEventsAreTwo() {
        bench.send(purchase("e-1"));
        bench.advance(TWO_MINUTES).send(purchase("e-2"));

        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(last(bench.scores()).getInboundTouches()).isEqualTo(2);
    }

    @Test
    void aRetractionAfterMidnightTakesBackWhatWasCountedBeforeItAndIsItselfCountedOnce() {
        TouchpointBuilder refund = purchase("r-1").takingBack("e-1");
        bench.send(purchase("e-1"));

        bench.advance(TWO_MINUTES).send(refund);
        bench.advance(TWO_MINUTES).send(refund);

        assertThat(bench.counters().duplicates()).isEqualTo(1);
        assertThat(last(bench.scores())).as("the score is withdrawn").isNull();
    }

    @Test
    void aRetryOfARetractionAfterMidnightIsADuplicate() {
        TouchpointBuilder refund = purchase("r-1").takingBack("e-1");
        bench.send(purchase("e-1"));
        bench.send(refund);

        bench.advance(TWO_MINUTES).send(refund);

        assertThat(bench.counters().scored())
                .as("the purchase, and the retraction's second day")
                .isEqualTo(2);
        assertThat(bench.counters().duplicates()).isEqualTo(1);
        assertThat(last(bench.scores())).as("the score is withdrawn").isNull();
    }

    @Test
    void anIdIsUniqueWithinItsDayAndTheDaysAround() {
        bench.advance(Duration.ofHours(13));
        bench.send(aTouchpoint("purchase").withId("daily").at("2026-02-28T12:00:00Z"));
        bench.send(aTouchpoint("purchase").withId("daily").at("2026-03-01T12:00:00Z"));

        assertThat(bench.counters().scored()).isEqualTo(2);
        assertThat(last(bench.scores()).getInboundTouches()).isEqualTo(1);
    }

    private static TouchpointBuilder purchase(String id) {
        return aTouchpoint("purchase").withId(id).worth(900).at(TWO_PAST);
    }

    private static RelationshipScore last(List<RelationshipScore> scores) {
        return scores.get(scores.size() - 1);
    }
}
