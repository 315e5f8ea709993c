package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Measures and prints the latency from a posted event to its change in the live events and on the page, with and without other clients. */
final class LatencyReport {
    /** The page needs fewer warm-up events than the stream. */
    private static final int PAGE_WARM_UP_SHARE = 8;

    private static final int MOST_OF_PAGE = 100;
    /** More than the kernel buffers for a connection. */
    private static final long BYTES_UNTIL_STALLED = 900_000;

    private static final Duration LONGEST_FILLING = Duration.ofMinutes(2);

    private final Report report;
    private final URI dashboard;
    private final PurchaseClient purchaseClient;
    private final SseSubscriber subscriber;
    private final Optional<HeadlessChromium> chromium;
    private final int warmUp;
    private final DashboardClient answers;
    private final UpdateLatency latency;

    /** @param warmUp events before each measurement, which are not measured */
    LatencyReport(
            Report report,
            URI dashboard,
            PurchaseClient purchaseClient,
            SseSubscriber subscriber,
            Optional<HeadlessChromium> chromium,
            int warmUp) {
        this.report = report;
        this.dashboard = dashboard;
        this.purchaseClient = purchaseClient;
        this.subscriber = subscriber;
        this.chromium = chromium;
        this.warmUp = warmUp;
        this.answers = new DashboardClient(dashboard);
        this.latency = new UpdateLatency(purchaseClient);
    }

    /** Prints rows for the live events and for the page, without other clients. */
    void alone(int events) throws IOException, InterruptedException {
        report.print("| from a posted event to its change | events | p50 ms | p99 ms |");
        report.print("|---|---|---|---|");
        latency.onStream(subscriber, warmUp);
        row("in the live events, alone", events, latency.onStream(subscriber, events));
        page("alone", events);
    }

    /**
     * Prints the same rows with other clients, and how many were disconnected. Stalled clients are disconnected
     * meanwhile, so the page is measured beside the others.
     */
    void underLoad(int events, int idle, int stalled) throws IOException, InterruptedException {
        long heapBefore = heapMebibytes();
        try (SseClients clients = new SseClients(dashboard)) {
            clients.addStalled(stalled);
            double megabytes = fillTheirBuffers();
            clients.addIdle(idle);
            int atStart = answers.awaitLiveClients(idle + stalled + 1);
            long heapAtStart = heapMebibytes();
            row(
                    String.format(Locale.ROOT, "in the live events, beside %d idle and %d stalled", idle, stalled),
                    events,
                    latency.onStream(subscriber, events));
            int atEnd = answers.liveClients();
            page(String.format(Locale.ROOT, "beside %d idle", idle), events);
            long heapAtEnd = heapMebibytes();
            report.print("");
            report.print(
                    "live clients: %d at the start, %d after the first row; %d of %d that read nothing of %.1f MB were disconnected",
                    atStart, atEnd, idle + stalled + 1 - atEnd, stalled, megabytes);
            report.print(
                    "heap of the whole system, in MiB: %d without other clients, %d with them, %d at the end",
                    heapBefore, heapAtStart, heapAtEnd);
        }
    }

    private double fillTheirBuffers() throws IOException, InterruptedException {
        report.say("filling the buffers of those who do not read");
        long before = subscriber.bytes();
        Stopwatch filling = Stopwatch.start();
        while (subscriber.bytes() - before < BYTES_UNTIL_STALLED
                && filling.elapsed().compareTo(LONGEST_FILLING) < 0) {
            purchaseClient.ofOthers();
            Thread.sleep(100);
        }
        return (subscriber.bytes() - before) / 1e6;
    }

    private void page(String beside, int events) throws IOException, InterruptedException {
        if (chromium.isPresent()) {
            try (CustomerTab page = CustomerTab.in(chromium.get(), dashboard)) {
                latency.onPage(page, Math.max(1, warmUp / PAGE_WARM_UP_SHARE));
                int some = Math.min(events / 2, MOST_OF_PAGE);
                row("on the page, " + beside, some, latency.onPage(page, some));
            }
        }
    }

    private void row(String title, int events, Latencies latencies) {
        report.print(
                "| %s | %d | **%.0f** | **%.0f** |", title, events, latencies.quantile(0.5), latencies.quantile(0.99));
    }

    private static long heapMebibytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
