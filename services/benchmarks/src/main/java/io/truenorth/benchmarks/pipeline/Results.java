package io.truenorth.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The measurements of all rounds, and the table that is made of them. */
final class Results {
    private final Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);

    void add(Contender contender, Measurement measurement) {
        measurements.computeIfAbsent(contender, first -> new ArrayList<>()).add(measurement);
    }

    /** A table that Markdown understands, and the ratios below it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | k events/s: median | min | max | CPU µs/event: client | broker | scores published |");
        lines.add("|---|---|---|---|---|---|---|");
        measurements.forEach((contender, runs) -> lines.add(row(contender, runs)));
        lines.add("");
        for (Contender other : List.of(Contender.DSL, Contender.LOOP)) {
            if (measurements.containsKey(Contender.TRUENORTH) && measurements.containsKey(other)) {
                lines.add("truenorth / %s: %.2f".formatted(other.title(), ratio(other)));
            }
        }
        return lines;
    }

    private static String row(Contender contender, List<Measurement> runs) {
        return String.format(
                Locale.ROOT,
                "| `%s` | **%.1f** | %.1f | %.1f | %.1f | %.1f | %,d |",
                contender.title(),
                median(runs, Measurement::thousandsPerSecond),
                quantile(runs, Measurement::thousandsPerSecond, 0),
                quantile(runs, Measurement::thousandsPerSecond, 1),
                median(runs, Measurement::clientMicrosPerEvent),
                median(runs, Measurement::brokerMicrosPerEvent),
                (long) median(runs, Measurement::published));
    }

    private double ratio(Contender other) {
        return median(runs(Contender.TRUENORTH), Measurement::thousandsPerSecond)
                / median(runs(other), Measurement::thousandsPerSecond);
    }

    private List<Measurement> runs(Contender contender) {
        return measurements.getOrDefault(contender, List.of());
    }

    private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        return quantile(runs, figure, 0.5);
    }

    private static double quantile(List<Measurement> runs, ToDoubleFunction<Measurement> figure, double share) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
