package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.load.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The results as Markdown: a table for each load, ratios, and remarks. */
final class ResultsTable {
    private static final String HEADER = "| k events/s: median (min–max) | CPU µs/event: client | broker |"
            + " cores | published ÷ events | changelog ÷ input | peak RSS MiB | steal % | foreign % |";
    private static final String NONE = "–";
    private static final int LONGEST_FAILURE = 300;

    private final List<ResultRow> rows;

    ResultsTable(List<ResultRow> rows) {
        this.rows = rows;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Workload load : Workload.values()) {
            if (rows.stream().anyMatch(row -> row.load() == load)) {
                addTable(lines, load);
                addRatios(lines, load);
                lines.add("");
            }
        }
        addComparisonOfLoads(lines);
        addRemarks(lines);
        return lines;
    }

    private void addTable(List<String> lines, Workload load) {
        lines.add("| `" + load.title() + "` " + HEADER + (load.isLive() ? " p99 ms |" : ""));
        lines.add("|---|---|---|---|---|---|---|---|---|---|" + (load.isLive() ? "---|" : ""));
        for (Contender contender : Contender.values()) {
            List<Measurement> runs = measurements(load, contender);
            if (!runs.isEmpty()) {
                lines.add(line(load, contender, runs));
            }
        }
        lines.add("");
    }

    private static String line(Workload load, Contender contender, List<Measurement> runs) {
        String mark = runs.stream().anyMatch(Measurement::isDisturbed) ? " \\*" : "";
        String line = String.format(
                Locale.ROOT,
                "| `%s`%s | **%.1f** (%.1f–%.1f) | %.1f | %.1f | %.2f | %s | %s | %.0f | %.1f | %.1f |",
                contender.title(),
                mark,
                median(runs, Measurement::eventsPerSecond) / 1e3,
                quantile(runs, Measurement::eventsPerSecond, 0) / 1e3,
                quantile(runs, Measurement::eventsPerSecond, 1) / 1e3,
                median(runs, Measurement::clientMicros),
                median(runs, Measurement::brokerMicros),
                median(runs, Measurement::cores),
                share(median(runs, Measurement::publishedPerEvent)),
                share(median(runs, Measurement::changelogPerInput)),
                median(runs, Measurement::peakMebibytes),
                quantile(runs, Measurement::stealPercent, 1),
                quantile(runs, Measurement::foreignPercent, 1));
        return load.isLive() ? line + String.format(Locale.ROOT, " %.0f |", median(runs, ResultsTable::p99)) : line;
    }

    private static double p99(Measurement run) {
        Double millis = run.p99Millis();
        return millis == null ? 0 : millis;
    }

    private static String share(double value) {
        return value == 0 ? NONE : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Flink's results become visible once a second, and are compared with those of the same interval. */
    private void addRatios(List<String> lines, Workload load) {
        for (Contender other : Contender.values()) {
            Contender ours = other.isFlink() ? Contender.TRUENORTH_1S : Contender.TRUENORTH;
            addRatio(lines, load, ours, other);
        }
        for (Contender contender : Contender.values()) {
            if (contender != Contender.TRUENORTH) {
                addRatio(lines, load, contender, Contender.LIMIT);
            }
        }
    }

    private void addRatio(List<String> lines, Workload load, Contender contender, Contender other) {
        if (contender != other) {
            ratio(load, contender, load, other)
                    .ifPresent(ratio -> lines.add(
                            String.format(Locale.ROOT, "%s ÷ %s: %.2f  ", contender.title(), other.title(), ratio)));
        }
    }

    /** The other loads are compared with the backlog, if they process the same events. */
    private void addComparisonOfLoads(List<String> lines) {
        for (Workload load : Workload.values()) {
            if (load != Workload.BACKLOG && !load.isLive()) {
                ratio(load, Contender.TRUENORTH, Workload.BACKLOG, Contender.TRUENORTH)
                        .ifPresent(ratio -> lines.add(
                                String.format(Locale.ROOT, "truenorth, %s ÷ backlog: %.2f  ", load.title(), ratio)));
            }
        }
    }

    private Optional<Double> ratio(Workload load, Contender contender, Workload otherLoad, Contender other) {
        List<Measurement> runs = measurements(load, contender);
        List<Measurement> others = measurements(otherLoad, other);
        return runs.isEmpty() || others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        median(runs, Measurement::eventsPerSecond) / median(others, Measurement::eventsPerSecond));
    }

    private void addRemarks(List<String> lines) {
        if (rows.stream()
                .map(ResultRow::measurement)
                .anyMatch(measurement -> measurement != null && measurement.isDisturbed())) {
            lines.add(
                    "\\* Doubtful: others used more than 2 % of the processors (steal and foreign CPU time, the most of all"
                            + " rounds). Repeat the run on a quiet machine.");
        }
        rows.stream()
                .filter(row -> row.failure() != null)
                .forEach(row -> lines.add("Failed: `%s` on `%s`, round %d: %s"
                        .formatted(row.contender().title(), row.load().title(), row.round(), shortened(row))));
    }

    private static String shortened(ResultRow row) {
        String failure = String.valueOf(row.failure()).lines().findFirst().orElse("");
        return failure.length() <= LONGEST_FAILURE ? failure : failure.substring(0, LONGEST_FAILURE) + " …";
    }

    private List<Measurement> measurements(Workload load, Contender contender) {
        return rows.stream()
                .filter(row -> row.load() == load && row.contender() == contender)
                .map(ResultRow::measurement)
                .flatMap(measurement -> Optional.ofNullable(measurement).stream())
                .toList();
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
