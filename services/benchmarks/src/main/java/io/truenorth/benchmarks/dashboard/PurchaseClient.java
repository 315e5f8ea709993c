package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Posts purchases to the gateway: of the measured customers and of others in many regions. Purchases of a customer
 * are on different days, as a second one on a day adds no points.
 */
final class PurchaseClient {
    /** Whom a browser shows. */
    static final String SHOWN = "shown";

    /** Whose changes are waited for in the live events, by the names that they have at the gateway. */
    static final List<String> FOLLOWED =
            IntStream.range(0, 40).mapToObj(i -> "f-" + i).toList();

    private static final int BATCH = 100;
    private static final int OTHERS = 5_000;
    private static final int DAYS = 300;
    private static final long SECONDS_A_DAY = 86_400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI touchpoints;
    private final Map<String, Integer> purchases = new HashMap<>();
    private int number;

    PurchaseClient(URI gateway) {
        this.touchpoints = gateway.resolve("/v1/touchpoints");
    }

    /** One of a customer. */
    void of(String customer) throws IOException, InterruptedException {
        post("[" + purchase(customer, "north") + "]");
    }

    /** A batch of others; two of them are of every region. */
    void ofOthers() throws IOException, InterruptedException {
        post(IntStream.range(0, BATCH)
                .mapToObj(i -> purchase("c-" + number % OTHERS, SeededHistory.region(number)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private String purchase(String customer, String region) {
        number++;
        int age = purchases.merge(customer, 1, Integer::sum) % DAYS;
        return String.format(
                Locale.ROOT,
                "{\"eventId\": \"b-%d\", \"identities\": [{\"namespace\": \"crm\", \"value\": \"%s\"}], \"occurredAt\": \"%s\","
                        + " \"channel\": \"web\", \"kind\": \"purchase\", \"direction\": \"in\", \"subject\": \"s%d\","
                        + " \"attributes\": {\"region\": \"%s\"}}",
                number,
                customer,
                Instant.now().minusSeconds(SECONDS_A_DAY * age),
                number,
                region);
    }

    private void post(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(touchpoints)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new BenchmarkFailedException("expected 202, was " + answer.statusCode() + ": " + answer.body());
        }
    }
}
