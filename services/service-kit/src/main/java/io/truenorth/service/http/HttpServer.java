package io.truenorth.service.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.event.HandlerMetaInfo;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.RouteRole;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.truenorth.service.Component;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server of a service: its endpoints, {@code /health/live}, {@code /health/ready} and {@code /metrics}. It
 * stops gracefully, completing requests in progress.
 */
public final class HttpServer implements Component {

    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /**
     * The socket send buffer; the kernel's default would be megabytes. The kernel doubles it and requests more once
     * a third is free: often enough to distinguish a client that reads 1 KiB/s from one that stalls.
     */
    private static final int SEND_BUFFER = 32 * 1024;

    /** Idle timeout of connections while the server stops. */
    private static final Duration LAST_WORD = Duration.ofMillis(100);

    private final HttpConfig config;
    private final QueuedThreadPool threads;
    private final Set<String> routes = new TreeSet<>();
    private final Javalin javalin;

    /**
     * A server with the standard token guard.
     *
     * @param endpoints the routes beside health and metrics
     */
    public HttpServer(HttpConfig config, ServiceMetrics metrics, HealthChecks health, List<Endpoints> endpoints) {
        this(config, metrics, health, endpoints, new TokenGuard(config));
    }

    /**
     * A server with its own guard.
     *
     * @param endpoints the routes beside health and metrics
     * @param guard authorizes all routes, including health and metrics
     */
    public HttpServer(
            HttpConfig config, ServiceMetrics metrics, HealthChecks health, List<Endpoints> endpoints, Guard guard) {
        this(config, metrics, health, endpoints, guard, new BufferedResponses(metrics.registry()));
    }

    HttpServer(
            HttpConfig config,
            ServiceMetrics metrics,
            HealthChecks health,
            List<Endpoints> endpoints,
            Guard guard,
            BufferedResponses unread) {
        this.config = config;
        this.threads = new QueuedThreadPool(config.threads());
        threads.setName("http");
        metrics.bind(new JettyServerThreadPoolMetrics(threads, Tags.empty()));
        Problems problems = new Problems(config);
        this.javalin = Javalin.create(javalin -> {
            configure(javalin, problems, unread);
            javalin.events.handlerAdded(added -> addHead(javalin.routes, added));
            javalin.events.handlerAdded(this::remember);
            javalin.requestLogger.http(new RequestMeters(metrics.registry()));
            problems.addTo(javalin.routes);
            javalin.routes.beforeMatched(guard::admit);
            javalin.routes.beforeMatched(QueryParameters::require);
            javalin.routes.beforeMatched(this::requireShortBody);
            new HealthEndpoints(health).addTo(javalin.routes);
            javalin.routes.get("/metrics", ctx -> ctx.result(metrics.scrape()).contentType(METRICS_TYPE));
            endpoints.forEach(some -> some.addTo(javalin.routes));
        });
    }

    private void configure(JavalinConfig javalin, Problems problems, BufferedResponses unread) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = config.maxBody();
        javalin.jetty.threadPool = threads;
        javalin.jetty.modifyHttpConfiguration(this::configure);
        javalin.jetty.modifyServer(server -> configure(server, problems, unread));
        javalin.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff"));
    }

    /** HEAD is answered by the handler of GET, without the body and with the same roles. */
    private static void addHead(JavalinDefaultRoutingApi routes, HandlerMetaInfo added) {
        if (added.getHttpMethod() == HandlerType.GET) {
            routes.addHttpHandler(
                    HandlerType.HEAD,
                    added.getPath(),
                    added.getHandler(),
                    added.getRoles().toArray(RouteRole[]::new));
        }
    }

    private void remember(HandlerMetaInfo added) {
        if (added.getHttpMethod().isHttpMethod()) {
            routes.add(added.getHttpMethod() + " " + added.getPath());
        }
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setIdleTimeout(config.idleTimeout().toMillis());
    }

    /** Javalin inserts itself below the innermost of these handlers. */
    private static void configure(Server server, Problems problems, BufferedResponses unread) {
        unread.setHandler(new RequestRules(problems));
        server.setHandler(new GracefulHandler(unread));
        server.setErrorHandler(problems);
        server.setStopAtShutdown(false);
    }

    private void requireShortBody(Context ctx) {
        if (ctx.contentLength() > config.maxBody()) {
            throw new ProblemException(
                    Problem.ofStatus(413, "expected a body of up to " + config.maxBody() + " bytes as sent"));
        }
    }

    @Override
    public String name() {
        return "http-server";
    }

    @Override
    public void start() {
        javalin.start(config.host(), config.port());
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof ServerConnector tcp) {
                tcp.setAcceptedSendBufferSize(SEND_BUFFER);
            }
        }
    }

    @Override
    public void stop(Duration patience) {
        Server server = javalin.jettyServer().server();
        server.setStopTimeout(patience.toMillis());
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector idle) {
                idle.setShutdownIdleTimeout(LAST_WORD.toMillis());
            }
        }
        javalin.stop();
    }

    /** The routes, each as method and path: {@code GET /v1/things/{id}}. */
    public Set<String> routes() {
        return Set.copyOf(routes);
    }

    /** The port, once started. */
    public int port() {
        return javalin.port();
    }

    /** The base URL, once started. */
    public URI uri() {
        String name = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create("http://" + name + ":" + port());
    }
}
