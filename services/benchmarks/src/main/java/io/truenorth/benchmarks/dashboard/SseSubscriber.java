package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A subscriber to the live events of some customers that waits for their changes. */
final class SseSubscriber implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private final LongAdder told = new LongAdder();
    private final Stream<String> lines;

    private SseSubscriber(Stream<String> lines) {
        this.lines = lines;
        Thread reading = new Thread(this::read, "sse-subscriber");
        reading.setDaemon(true);
        reading.start();
    }

    static SseSubscriber of(URI dashboard, List<String> customers) throws IOException, InterruptedException {
        String query = customers.stream().map(name -> "customer=crm%3A" + name).collect(Collectors.joining("&"));
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(dashboard.resolve("/v1/events?" + query))
                                .build(),
                        BodyHandlers.ofLines());
        return new SseSubscriber(answer.body());
    }

    private void read() {
        boolean[] ofCustomer = {false};
        try {
            lines.forEach(line -> {
                told.add(line.length() + 1L);
                if (line.startsWith("event:")) {
                    ofCustomer[0] = line.endsWith("customer");
                } else if (line.startsWith("data:") && ofCustomer[0]) {
                    changes.add(line);
                }
            });
        } catch (UncheckedIOException e) {
            // Closed, by us or by the dashboard: no more changes come, and who waits for one is told so.
        }
    }

    /** Discards received changes. */
    void forget() {
        changes.clear();
    }

    /**
     * Waits for the next change of a customer.
     *
     * @throws BenchmarkFailedException if there is none within a minute
     */
    void awaitChangeOf(String customer) throws InterruptedException {
        String change;
        do {
            change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (change == null) {
                throw new BenchmarkFailedException("no change of " + customer + " came within a minute");
            }
        } while (!change.contains("\"crm:" + customer + "\""));
    }

    /** Number of bytes received. */
    long bytes() {
        return told.sum();
    }

    @Override
    public void close() {
        lines.close();
    }
}
