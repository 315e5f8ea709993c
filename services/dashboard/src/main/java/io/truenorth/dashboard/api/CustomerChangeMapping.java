package io.truenorth.dashboard.api;

import io.truenorth.dashboard.api.response.CustomerChangeResponse;
import io.truenorth.dashboard.api.response.CustomerChangeResponse.CauseChange;
import io.truenorth.dashboard.api.response.CustomerChangeResponse.DimensionChange;
import io.truenorth.dashboard.api.response.CustomerChangeResponse.Row;
import io.truenorth.dashboard.api.response.CustomerChangeResponse.ScoreAt;
import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoreChangeReport.Effect;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the report of the streams service on a change to what the page shows. Micro-points become points, exactly. */
final class CustomerChangeMapping {
    private static final int MOST_ROWS = 12;
    /** As people ask: what happened, what time has done, and what is rare. */
    private static final List<Cause> ORDER = List.of(Cause.TOUCHES, Cause.DECAY, Cause.JOIN, Cause.MODEL);

    private CustomerChangeMapping() {}

    static CustomerChangeResponse response(int days, ScoreChangeReport report) {
        Map<Cause, List<Effect>> byCause = report.effects().stream().collect(Collectors.groupingBy(Effect::cause));
        return new CustomerChangeResponse(
                report.customer(),
                days,
                score(report.from()),
                score(report.to()),
                Points.of(report.change()),
                ORDER.stream()
                        .filter(cause ->
                                byCause.containsKey(cause) || report.causes().getOrDefault(cause, 0L) != 0)
                        .map(cause -> cause(
                                cause, report.causes().getOrDefault(cause, 0L), byCause.getOrDefault(cause, List.of())))
                        .toList());
    }

    private static ScoreAt score(ScoreChangeReport.ScoreAt score) {
        return new ScoreAt(score.at(), Points.of(score.score()), score.stage());
    }

    /** Where effects are that the page shows in one row. */
    private record Place(Optional<LocalDate> day, String channel, String kind) {
        static Place of(Effect effect) {
            return new Place(effect.day(), effect.channel(), effect.kind());
        }
    }

    private static CauseChange cause(Cause cause, long microPoints, List<Effect> effects) {
        Map<Place, List<Effect>> places =
                effects.stream().collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()));
        List<List<Effect>> greatest = places.values().stream()
                .sorted(Comparator.comparingLong((List<Effect> place) -> Math.abs(sum(place)))
                        .reversed())
                .limit(MOST_ROWS)
                .toList();
        long shown = greatest.stream().mapToLong(CustomerChangeMapping::sum).sum();
        return new CauseChange(
                cause,
                Points.of(microPoints),
                greatest.stream().map(CustomerChangeMapping::row).toList(),
                Points.of(microPoints - shown));
    }

    private static Row row(List<Effect> place) {
        Effect any = place.get(0);
        return new Row(
                any.day(),
                any.channel(),
                any.kind(),
                Points.of(sum(place)),
                place.stream()
                        .sorted(Comparator.comparing(Effect::dimension))
                        .map(effect -> new DimensionChange(effect.dimension(), Points.of(effect.microPoints())))
                        .toList());
    }

    private static long sum(List<Effect> effects) {
        return effects.stream().mapToLong(Effect::microPoints).sum();
    }
}
