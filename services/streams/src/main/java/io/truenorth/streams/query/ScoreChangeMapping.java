package io.truenorth.streams.query;

import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoreChangeReport.Effect;
import io.truenorth.query.ScoreChangeReport.ScoreAt;
import io.truenorth.relationship.score.ScoreChange;
import io.truenorth.relationship.score.ScoreEffect;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From the change of a score to its report. */
final class ScoreChangeMapping {
    private static final int MOST_EFFECTS = 1_000;
    private static final Comparator<ScoreEffect> GREATEST_FIRST = Comparator.comparingLong(
                    (ScoreEffect effect) -> Math.abs(effect.microPoints()))
            .reversed();

    private ScoreChangeMapping() {}

    static ScoreChangeReport report(String customer, ScoreChange change) {
        List<Effect> effects = change.effects().stream()
                .sorted(GREATEST_FIRST)
                .limit(MOST_EFFECTS)
                .map(ScoreChangeMapping::effect)
                .toList();
        return new ScoreChangeReport(
                customer,
                score(change.before()),
                score(change.after()),
                change.microPoints(),
                change.byCause(),
                effects,
                change.effects().size() - effects.size());
    }

    private static ScoreAt score(ScoreSnapshot snapshot) {
        return new ScoreAt(
                Instant.ofEpochMilli(snapshot.asOf()),
                snapshot.score(),
                snapshot.stage(),
                CustomerReportMapping.amounts(snapshot.contributions()));
    }

    private static Effect effect(ScoreEffect effect) {
        return new Effect(
                effect.cause(),
                effect.dimension(),
                effect.channel(),
                effect.kind(),
                day(effect.day()),
                effect.microPoints());
    }

    private static Optional<LocalDate> day(OptionalInt day) {
        return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsInt())) : Optional.empty();
    }
}
