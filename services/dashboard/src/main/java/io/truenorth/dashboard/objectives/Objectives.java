package io.truenorth.dashboard.objectives;

import io.truenorth.contract.Granularity;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.objectives.ObjectiveProgress.Point;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Objectives, held against what is measured. */
public final class Objectives {
    private final List<Objective> declared;
    private final Snapshots snapshots;
    private final History history;

    /** Objectives, and where their values come from. */
    public Objectives(List<Objective> declared, Snapshots snapshots, History history) {
        this.declared = List.copyOf(declared);
        this.snapshots = snapshots;
        this.history = history;
    }

    /** How far each one is at a moment, epoch ms. */
    public List<ObjectiveProgress> progress(long now) {
        return declared.stream()
                .map(objective -> progress(objective, OptionalDouble.empty(), now))
                .toList();
    }

    private ObjectiveProgress progress(Objective objective, OptionalDouble share, long now) {
        List<Point> past = past(objective);
        double value = objective.metric().of(measures(objective, now));
        double baseline = objective
                .baseline()
                .orElseGet(() -> past.isEmpty() ? value : past.get(0).value());
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        return new ObjectiveProgress(
                objective,
                value,
                baseline,
                Pace.of(objective, baseline, value, today),
                share,
                past,
                children(objective, now));
    }

    private List<ObjectiveProgress> children(Objective parent, long now) {
        double whole = parent.children().stream()
                .mapToDouble(child -> weightedGap(child, now))
                .sum();
        List<ObjectiveProgress> children = new ArrayList<>();
        for (Objective child : parent.children()) {
            OptionalDouble share =
                    whole > 0 ? OptionalDouble.of(weightedGap(child, now) / whole) : OptionalDouble.empty();
            children.add(progress(child, share, now));
        }
        return children;
    }

    private double weightedGap(Objective objective, long now) {
        Measures measures = measures(objective, now);
        Metric metric = objective.metric();
        return metric.weight(measures) * Math.max(0, metric.gap(metric.of(measures), objective.target()));
    }

    private Measures measures(Objective objective, long now) {
        return snapshots.find(objective.scope()).map(Measures::of).orElseGet(() -> Measures.none(now));
    }

    private List<Point> past(Objective objective) {
        long from = objective.from().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return history.since(objective.scope(), Granularity.DAY, from).stream()
                .map(Measures::of)
                .map(then -> new Point(then.at(), objective.metric().of(then)))
                .toList();
    }
}
