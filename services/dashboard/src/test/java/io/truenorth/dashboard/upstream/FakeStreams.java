package io.truenorth.dashboard.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The answers of a streams service on loopback: as it is told, 404 for all else, 503 while it is away. */
public final class FakeStreams implements AutoCloseable {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;

    public FakeStreams() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers a path, and what else begins with it, by a JSON document. */
    public FakeStreams answering(String path, String json) {
        answers.put(path, json);
        return this;
    }

    /** What it was asked, in order, with the query. */
    public List<String> asked() {
        return asked;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public StreamsQueries queries() {
        return new StreamsQueries(
                new Upstream(new UpstreamConfig(URI.create(uri()), Optional.empty()), Duration.ofSeconds(10)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        Optional<String> longest = answers.keySet().stream()
                .filter(path::startsWith)
                .reduce((one, other) -> one.length() > other.length() ? one : other);
        byte[] body = longest.map(answers::get).orElse("{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 503 : longest.isPresent() ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
