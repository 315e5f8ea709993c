package io.truenorth.benchmarks.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Client of the dashboard's API. */
final class DashboardClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final String LIVE_CLIENTS = "dashboard_live_clients";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI dashboard;

    DashboardClient(URI dashboard) {
        this.dashboard = dashboard;
    }

    /** Waits until every region has customers and the whole history is loaded. */
    void awaitAllRead() throws IOException, InterruptedException {
        Stopwatch waited = Stopwatch.start();
        while (!isAllRead()) {
            if (waited.elapsed().compareTo(PATIENCE) > 0) {
                throw new BenchmarkFailedException("the dashboard did not read all within " + PATIENCE);
            }
            Thread.sleep(200);
        }
    }

    private boolean isAllRead() throws IOException, InterruptedException {
        if (get("/v1/scopes").path("scopes").size() < SeededHistory.REGIONS + 1) {
            return false;
        }
        for (int i = 0; i < SeededHistory.REGIONS; i++) {
            String scope = "region%3D" + SeededHistory.region(i);
            if (get("/v1/overview?days=90&scope=" + scope).path("history").size() < SeededHistory.DAYS) {
                return false;
            }
        }
        return true;
    }

    /** Number of clients of the live events, from the metrics. */
    int liveClients() throws IOException, InterruptedException {
        return text("/metrics")
                .lines()
                .filter(line -> line.startsWith(LIVE_CLIENTS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new BenchmarkFailedException("expected a meter " + LIVE_CLIENTS));
    }

    /** The same, once it reaches a number or after a timeout. */
    int awaitLiveClients(int expected) throws IOException, InterruptedException {
        Stopwatch waited = Stopwatch.start();
        int open = liveClients();
        while (open < expected && waited.elapsed().compareTo(TIME_TO_CONNECT) < 0) {
            Thread.sleep(100);
            open = liveClients();
        }
        return open;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(text(path));
    }

    private String text(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(dashboard.resolve(path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
