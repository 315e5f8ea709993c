package io.truenorth.benchmarks.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that follows some customers: tells when the change of one of them has come. */
final class Follower implements AutoCloseable {
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private final Stream<String> lines;

    private Follower(Stream<String> lines) {
        this.lines = lines;
        Thread reading = new Thread(this::read, "follower");
        reading.setDaemon(true);
        reading.start();
    }

    static Follower of(URI dashboard, List<String> customers) throws IOException, InterruptedException {
        String query = customers.stream()
                .map(id -> "customer=" + id.replace(":", "%3A"))
                .collect(Collectors.joining("&"));
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(dashboard.resolve("/v1/events?" + query))
                                .build(),
                        BodyHandlers.ofLines());
        return new Follower(answer.body());
    }

    private void read() {
        boolean[] ofCustomer = {false};
        lines.forEach(line -> {
            if (line.startsWith("event:")) {
                ofCustomer[0] = line.endsWith("customer");
            } else if (line.startsWith("data:") && ofCustomer[0]) {
                changes.add(line);
            }
        });
    }

    /** The next change that came. */
    String next() throws InterruptedException {
        return changes.take();
    }

    /** Forgets what came. */
    void forget() {
        changes.clear();
    }

    @Override
    public void close() {
        lines.close();
    }
}
