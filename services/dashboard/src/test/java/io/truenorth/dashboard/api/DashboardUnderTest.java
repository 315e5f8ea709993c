package io.truenorth.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.DashboardConfig;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.AuthGuard;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.dashboard.moves.KnownMoves;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.pipeline.PipelineMonitor;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.dashboard.privacy.PublishedReceipts;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ServiceInstances;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The answers of a dashboard, on a real server, about a population that is given; without Kafka. */
public final class DashboardUnderTest implements AutoCloseable {
    private final List<String> audit = new CopyOnWriteArrayList<>();
    private final History history = new History();
    private final PublishedErasures erasures = new PublishedErasures();
    private final PublishedReceipts receipts = new PublishedReceipts(erasures);
    private final PublishedIdentities identities = new PublishedIdentities(erasures);
    private final Customers customers;
    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC);
    private final KnownMoves moves = new KnownMoves();
    private final AtomicLong millisAhead = new AtomicLong();
    private final LiveFeed live = new LiveFeed(Duration.ofSeconds(2), 5_000, this::millis);
    private final Set<String> routes = new TreeSet<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private final HttpServer server;

    public DashboardUnderTest(Population people) {
        this(people, Map.of());
    }

    /** A dashboard that is configured beyond what is usual: {@code ACCESS_TOKENS}. */
    public DashboardUnderTest(Population people, Map<String, String> settings) {
        DashboardConfig config = Configuration.read(ConfigSources.of(environment(settings)), DashboardConfig::read);
        ServiceInstances streams = config.streams().connect("streams service", Duration.ofSeconds(10));
        AuditLog log = new AuditLog(clock, audit::add);
        customers = people.customers(erasures);
        server = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(
                        new DashboardApi(
                                customers,
                                identities,
                                erasures,
                                receipts,
                                people.snapshots(),
                                moves,
                                history,
                                List.of(),
                                new QueryClient(streams),
                                new PipelineMonitor(streams, streams, List::of, Duration.ofHours(1), clock)::state,
                                log,
                                clock),
                        new LiveEndpoint(live, identities, log),
                        this::remember),
                new AuthGuard(config.access(), config.http(), log));
        server.start();
        live.start();
    }

    /** Nobody listens on port 1: a service that is not said to be somewhere is away. */
    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TRUENORTH_DASHBOARD_HTTP_PORT", "0",
                "TRUENORTH_DASHBOARD_STREAMS_URL", "http://127.0.0.1:1"));
        settings.forEach((key, value) -> environment.put("TRUENORTH_DASHBOARD_" + key, value));
        return environment;
    }

    /** Every route there is, the server's own among them. Javalin tells of them nowhere else before it is started. */
    private void remember(JavalinDefaultRoutingApi api) {
        ((RoutesConfig) api)
                .getCfg$javalin().internalRouter.allHttpHandlers().stream()
                        .map(handler -> handler.endpoint)
                        .filter(endpoint -> endpoint.method.isHttpMethod())
                        .forEach(endpoint -> routes.add(endpoint.path));
    }

    /** The paths that are answered, with their parameters in braces. */
    Set<String> routes() {
        return routes;
    }

    private long millis() {
        return System.currentTimeMillis() + millisAhead.get();
    }

    /** For who follows the live events it is later now. */
    void letPass(Duration time) {
        millisAhead.addAndGet(time.toMillis());
    }

    /** What moved in a period. */
    void moved(int days, Moves known) {
        moves.know(days, known);
    }

    /** A moment of the past. */
    void remember(ScopeHistoryPoint moment) {
        history.accept(moment.getScope() + moment.getGranularity() + moment.getStart(), moment);
    }

    /** What is known of identities; nothing yet. */
    PublishedIdentities identities() {
        return identities;
    }

    /** Who was erased; nobody yet. */
    PublishedErasures erasures() {
        return erasures;
    }

    /** The receipts of privacy requests; none yet. */
    PublishedReceipts receipts() {
        return receipts;
    }

    /** The customers that are known now. */
    Customers customers() {
        return customers;
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
        return client.send(request(path, token).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> head(String path, String token) throws Exception {
        return client.send(
                request(path, token).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    /** An answer that may go on for ever, to be closed by who asks. */
    HttpResponse<InputStream> open(String path, String token) throws Exception {
        return client.send(request(path, token).build(), BodyHandlers.ofInputStream());
    }

    /** The answer to a request of any method with these headers, to be closed by who asks. */
    HttpResponse<InputStream> open(String method, String path, String token, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = request(path, token).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    @Override
    public void close() {
        try {
            live.stop(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(Duration.ofSeconds(5));
        metrics.close();
    }
}
