package io.truenorth.dashboard.upstream;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.truenorth.query.ApiJson;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ServiceInstances;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A streams service on loopback that answers as it is told: 404 for all else, 503 while it is away, nothing while it hangs. */
public final class FakeStreams implements AutoCloseable {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> never = new CompletableFuture<>();
    private final Javalin server;
    private volatile boolean away;
    private volatile boolean hanging;

    public FakeStreams() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/<path>", this::answer);
        });
        server.start("127.0.0.1", 0);
    }

    /** Answers a path, and what else begins with it, by a JSON document. */
    public FakeStreams answering(String path, String json) {
        answers.put(path, new Answer(200, json));
        return this;
    }

    /** Answers a path, and what else begins with it, by a record. */
    public FakeStreams answering(String path, Record answer) {
        return answering(path, new String(ApiJson.write(answer), StandardCharsets.UTF_8));
    }

    /** Answers a path, and what else begins with it, with 400. */
    public FakeStreams refusing(String path) {
        answers.put(path, new Answer(400, "{\"detail\":\"asOf: expected another time\"}"));
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

    public void hang() {
        hanging = true;
    }

    public String uri() {
        return "http://127.0.0.1:" + server.port();
    }

    public QueryClient queries() {
        return new QueryClient(new ServiceInstances(
                HttpClient.newHttpClient(),
                "streams service",
                List.of(URI.create(uri())),
                Optional.empty(),
                Duration.ofMinutes(1)));
    }

    /** A customer on a page of scores, of whom only this much matters. */
    public static String score(String customer, String stage, long score, boolean detractor, String more) {
        return """
            {"customer":"%s","score":%d,"engagement":0,"money":0,"connectedness":0,"reciprocity":0,"sentiment":0,
            "advocacy":0,"advocacyMass":0,"detractorRisk":0,"detractor":%s,"stage":"%s","departures":[]%s}\
            """.formatted(customer, score, detractor, stage, more);
    }

    /** A page of scores; the cursor of the next one is empty on the last. */
    public static String page(String score, String next) {
        return "{\"asOf\":\"2026-03-01T12:00:00Z\",\"partition\":0,\"partitions\":1,\"scores\":[" + score + "]"
                + (next.isEmpty() ? "" : ",\"next\":\"" + next + "\"") + "}";
    }

    private void answer(Context ctx) {
        String query = ctx.queryString();
        String path = ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
        asked.add(path);
        if (hanging) {
            ctx.future(() -> never);
            return;
        }
        Answer answer = answers.keySet().stream()
                .filter(path::startsWith)
                .reduce((one, other) -> one.length() > other.length() ? one : other)
                .map(answers::get)
                .orElse(new Answer(404, "{}"));
        ctx.status(away ? 503 : answer.status()).result(answer.json());
    }

    @Override
    public void close() {
        never.complete(null);
        server.stop();
    }

    private record Answer(int status, String json) {}
}
