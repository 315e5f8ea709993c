package io.truenorth.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reverse proxy in front of the registry. It forwards requests for Confluent's API that are addressed to this machine; requests
 * that write need the credentials of the run. The registry itself listens on an undisclosed port and requires the same
 * credentials. So a web page from another site, which can send requests to any local port, reaches neither the registry nor its
 * libraries.
 */
final class RegistryGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryGuard.class);
    private static final int MOST_AT_ONCE = 16;
    private static final int WAITING = 64;

    static {
        // Read once by the server's classes. The first avoids a delay of 40 ms by delayed acknowledgements; the others
        // disconnect clients that neither send nor read.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
        setUnlessSet("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private RegistryGuard(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Binds the port; requests wait until {@link #open}.
     *
     * @throws StartRefusedException if the port is in use
     */
    static RegistryGuard at(int port) throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), WAITING);
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    MOST_AT_ONCE,
                    MOST_AT_ONCE,
                    1,
                    TimeUnit.MINUTES,
                    new LinkedBlockingQueue<>(),
                    RegistryGuard::thread);
            threads.allowCoreThreadTimeOut(true);
            server.setExecutor(threads);
            return new RegistryGuard(server, threads);
        } catch (BindException e) {
            throw new StartRefusedException(
                    Reason.PORT_IN_USE,
                    "port " + port + " for the schema registry is in use by " + PortOwner.of(port)
                            + ": stop that process first, or choose another port",
                    e);
        }
    }

    /** Starts forwarding requests. */
    void open(RegistryBackend backend, RegistryCredentials credentials) {
        RegistryRules rules = new RegistryRules(credentials);
        server.createContext("/", exchange -> {
            try (exchange) {
                RegistryResponse answer = rules.rejection(exchange).orElseGet(() -> backend.ask(exchange));
                send(exchange, answer);
            } catch (IOException clientIsGone) {
                LOG.debug("a client of the registry disconnected before the response", clientIsGone);
            }
        });
        server.start();
    }

    private static void send(HttpExchange exchange, RegistryResponse answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (answer.status() == RegistryResponse.UNAUTHORIZED) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"registry\"");
        }
        byte[] body = answer.body();
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "registry-guard");
        thread.setDaemon(true);
        return thread;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
