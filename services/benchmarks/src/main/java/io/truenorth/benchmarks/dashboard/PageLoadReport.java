package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.Report;
import java.net.URI;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures and prints page loads of new visitors. */
final class PageLoadReport {
    private static final List<String> VIEWS =
            List.of("/", "/segments/region", "/customers/crm:" + PurchaseClient.SHOWN);

    private final Report report;
    private final HeadlessChromium chromium;
    private final int count;

    PageLoadReport(Report report, HeadlessChromium chromium, int count) {
        this.report = report;
        this.chromium = chromium;
        this.count = count;
    }

    /** Prints a row for each view. */
    void measure(URI dashboard) {
        report.print(
                "| view | first paint ms: median | max | drawn ms: median | max | own KB as sent | own files gzipped |");
        report.print("|---|---|---|---|---|---|---|");
        for (String view : VIEWS) {
            URI page = dashboard.resolve(view);
            row(
                    view,
                    Stream.generate(() -> PageLoad.at(page, chromium))
                            .limit(count)
                            .toList());
        }
        report.print("");
    }

    private void row(String view, List<PageLoad> loads) {
        PageLoad last = loads.get(loads.size() - 1);
        report.print(
                "| `%s` | **%.0f** | %.0f | **%.0f** | %.0f | **%.1f** | %d of %d, the others up to %d bytes |",
                view,
                quantile(loads, PageLoad::paintMillis, 0.5),
                quantile(loads, PageLoad::paintMillis, 1),
                quantile(loads, PageLoad::drawnMillis, 0.5),
                quantile(loads, PageLoad::drawnMillis, 1),
                last.kilobytes(),
                last.gzipped(),
                last.files(),
                last.largestPlain());
    }

    private static double quantile(List<PageLoad> loads, ToDoubleFunction<PageLoad> figure, double share) {
        double[] sorted = loads.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
