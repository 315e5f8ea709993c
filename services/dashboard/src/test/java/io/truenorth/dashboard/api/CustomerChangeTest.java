package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.upstream.FakeStreams;
import io.truenorth.query.DimensionAmounts;
import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoreChangeReport.Effect;
import io.truenorth.query.ScoreChangeReport.ScoreAt;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import io.truenorth.relationship.score.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has changed a score is shown by cause, day, channel and kind, and adds up. */
class CustomerChangeTest {
    private static final DimensionAmounts NOTHING = new DimensionAmounts(0, 0, 0, 0, 0, 0);

    private final FakeStreams streams = new FakeStreams();
    private final DashboardUnderTest dashboard =
            new DashboardUnderTest(new Population(), Map.of("STREAMS_URL", streams.uri()));

    @AfterEach
    void stop() {
        dashboard.close();
        streams.close();
    }

    @Test
    void rowsAddUpToTheirCauseAndCausesToTheChange() throws Exception {
        List<Effect> effects = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            effects.add(touch(day, Dimension.ENGAGEMENT, 100_000L * day));
            effects.add(touch(day, Dimension.MONEY, 1));
        }
        effects.add(new Effect(Cause.DECAY, Dimension.SENTIMENT, "", "", Optional.empty(), -500_000));
        answer(effects, 21_000_020, -500_000, 7);

        JsonNode why = dashboard.json("/v1/customers/crm:ann/why?days=90");

        assertThat(streams.asked())
                .contains("/v1/customers/crm%3Aann/why?from=2025-12-01T12%3A00%3A00Z&to=2026-03-01T12%3A00%3A00Z");
        assertThat(why.path("days").asInt()).isEqualTo(90);
        assertThat(why.path("change").decimalValue()).isEqualByComparingTo("20.50002");
        assertThat(why.path("causes")).hasSize(2);
        JsonNode touches = why.path("causes").get(0);
        assertThat(touches.path("cause").asText()).isEqualTo("touches");
        assertThat(touches.path("rows")).hasSize(12);
        assertThat(touches.at("/rows/0/day").asText()).isEqualTo("2026-02-20");
        assertThat(touches.at("/rows/0/points").decimalValue()).isEqualByComparingTo("2.000001");
        assertThat(touches.at("/rows/0/dimensions")).hasSize(2);
        BigDecimal sum = touches.path("others").decimalValue();
        for (JsonNode row : touches.path("rows")) {
            sum = sum.add(row.path("points").decimalValue());
        }
        assertThat(sum)
                .isEqualByComparingTo(touches.path("points").decimalValue())
                .isEqualByComparingTo("21.00002");
        JsonNode decay = why.path("causes").get(1);
        assertThat(decay.at("/rows/0").has("day")).isFalse();
        assertThat(decay.at("/rows/0/dimensions/0/dimension").asText()).isEqualTo("sentiment");
    }

    private static Effect touch(int day, Dimension dimension, long microPoints) {
        return new Effect(
                Cause.TOUCHES, dimension, "web", "visit", Optional.of(LocalDate.of(2026, 2, day)), microPoints);
    }

    private void answer(List<Effect> effects, long byTouches, long byDecay, int leftOut) {
        streams.answering(
                "/v1/customers/crm%3Aann/why",
                new ScoreChangeReport(
                        "crm:ann",
                        new ScoreAt(Instant.parse("2025-12-01T12:00:00Z"), 0, Stage.UNKNOWN, NOTHING),
                        new ScoreAt(Instant.parse("2026-03-01T12:00:00Z"), 20_500_020, Stage.AWARE, NOTHING),
                        byTouches + byDecay,
                        Map.of(Cause.TOUCHES, byTouches, Cause.DECAY, byDecay),
                        effects,
                        leftOut));
    }

    @Test
    void aCauseWhoseEffectsAreAllLeftOutCountsAsAWhole() throws Exception {
        answer(List.of(touch(1, Dimension.MONEY, 900)), 900, -300, 5);

        JsonNode why = dashboard.json("/v1/customers/crm:ann/why");

        assertThat(why.at("/causes/1/cause").asText()).isEqualTo("decay");
        assertThat(why.at("/causes/1/rows")).isEmpty();
        assertThat(why.at("/causes/1/others").decimalValue()).isEqualByComparingTo("-0.0003");
    }

    @Test
    void whoeverHasNoScoreIsNotFound() throws Exception {
        assertThat(dashboard.get("/v1/customers/crm:nobody/why", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPeriodThatTheDashboardDoesNotKnowIsRejected() throws Exception {
        assertThat(dashboard.get("/v1/customers/crm:ann/why?days=3", "").body())
                .contains("days: expected one of 7, 30, 90, 365, was '3'");
    }

    @Test
    void withoutTheStreamsServiceItIsUnavailable() throws Exception {
        streams.goAway();

        assertThat(dashboard.get("/v1/customers/crm:ann/why", "").statusCode()).isEqualTo(503);
    }
}
