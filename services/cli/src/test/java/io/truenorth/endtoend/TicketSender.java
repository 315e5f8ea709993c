package io.truenorth.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends tickets in batches, each until it is taken, as a patient desk does. */
final class TicketSender {
    private static final int BATCH = 100;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI uri;
    private final int tickets;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TicketSender(URI gateway, int tickets) {
        this.uri = gateway.resolve("/v1/sources/desk");
        this.tickets = tickets;
    }

    /** Sends what nobody else sends yet, until all is sent; for several threads at once. */
    void run() {
        try {
            int first = next.getAndAdd(BATCH);
            while (first < tickets) {
                sendUntilTaken(first);
                first = next.getAndAdd(BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendUntilTaken(int first) throws InterruptedException {
        String batch = IntStream.range(first, Math.min(first + BATCH, tickets))
                .mapToObj(Tickets::of)
                .collect(Collectors.joining(", ", "[", "]"));
        while (!isTaken(batch)) {
            rejected.incrementAndGet();
            Thread.sleep(500);
        }
    }

    /** A 503 is to be sent again; so is what got no answer. */
    private boolean isTaken(String batch) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(ANSWER)
                            .POST(BodyPublishers.ofString(batch))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 503) {
                throw new IllegalStateException(
                        "expected 200 or 503, was " + answer.statusCode() + ": " + answer.body());
            }
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many tickets somebody has begun to send. */
    int begun() {
        return Math.min(next.get(), tickets);
    }

    /** How often a batch was not taken. */
    int rejected() {
        return rejected.get();
    }
}
