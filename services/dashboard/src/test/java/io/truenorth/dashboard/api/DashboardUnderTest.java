package io.truenorth.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.ScopeMoment;
import io.truenorth.dashboard.DashboardConfig;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Gatekeeper;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.live.LiveEndpoint;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.dashboard.pipeline.PipelineMonitor;
import io.truenorth.dashboard.scopes.StageFlows;
import io.truenorth.dashboard.upstream.StreamsQueries;
import io.truenorth.dashboard.upstream.Upstream;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The answers of a dashboard, on a real server, about a population that is given; without Kafka. */
public final class DashboardUnderTest implements AutoCloseable {
    private final List<String> audit = new CopyOnWriteArrayList<>();
    private final History history = new History();
    private final StageFlows flows = new StageFlows();
    private final LiveFeed live = new LiveFeed(Duration.ofSeconds(2), 5_000, System::currentTimeMillis);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private final HttpServer server;

    public DashboardUnderTest(Population people) {
        this(people, List.of());
    }

    public DashboardUnderTest(Population people, List<String> tokens) {
        DashboardConfig config = Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_DASHBOARD_HTTP_PORT",
                        "0",
                        "TRUENORTH_DASHBOARD_ACCESS_TOKENS",
                        String.join(",", tokens))),
                DashboardConfig::read);
        Clock clock = Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC);
        Upstream nobody = new Upstream(config.streams(), Duration.ofSeconds(1));
        AuditLog log = new AuditLog(clock, audit::add);
        server = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(
                        new DashboardApi(
                                people.customers(),
                                people.snapshots(),
                                flows,
                                history,
                                List.of(),
                                new StreamsQueries(nobody),
                                new PipelineMonitor(nobody, nobody, List::of, Duration.ofHours(1), clock)::state,
                                log,
                                clock),
                        new LiveEndpoint(live, log, System::currentTimeMillis)),
                new Gatekeeper(config.access(), config.http()));
        server.start();
        live.start();
    }

    /** A moment of the past. */
    void remember(ScopeMoment moment) {
        history.accept(moment.getScope() + moment.getGrain() + moment.getStart(), moment);
    }

    public LiveFeed live() {
        return live;
    }

    List<String> audit() {
        return audit;
    }

    public URI uri() {
        return server.uri();
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path, "");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        live.stop(Duration.ofSeconds(1));
        server.stop(Duration.ofSeconds(5));
        metrics.close();
    }
}
