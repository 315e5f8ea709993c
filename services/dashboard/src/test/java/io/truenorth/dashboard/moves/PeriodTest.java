package io.truenorth.dashboard.moves;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private final Period period = new Period(30, Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC));

    @Test
    void whoIsDeletedIsNoPartOfTheResult() {
        period.begin();
        period.end(annAndBob());

        period.forget("crm:ann");

        assertThat(period.latest().orElseThrow().stages()).containsOnlyKeys("crm:bob");
    }

    @Test
    void whoIsDeletedDuringAComputationIsNoPartOfItsResult() {
        period.begin();
        period.forget("crm:ann");
        period.end(annAndBob());

        assertThat(period.latest().orElseThrow().stages()).containsOnlyKeys("crm:bob");

        period.begin();
        period.end(annAndBob());
        assertThat(period.latest().orElseThrow().stages())
                .as("a later computation knows who came back")
                .containsOnlyKeys("crm:ann", "crm:bob");
    }

    private static Moves annAndBob() {
        return KnownMoves.from(new ConcurrentHashMap<>(Map.of("crm:ann", Stage.LOYAL, "crm:bob", Stage.AWARE)));
    }
}
