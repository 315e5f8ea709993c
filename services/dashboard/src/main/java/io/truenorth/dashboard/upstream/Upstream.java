package io.truenorth.dashboard.upstream;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks another service over HTTP. For any thread. */
public final class Upstream {
    private static final int OK = 200;

    private final HttpClient client;
    private final UpstreamConfig config;
    private final Duration patience;

    /** A service, and how long it may take to answer. */
    public Upstream(UpstreamConfig config, Duration patience) {
        this.config = config;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /**
     * What it answers.
     *
     * @param path with its query
     * @throws UpstreamAwayException if it does not answer
     */
    public HttpResponse<byte[]> ask(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.at(path)).timeout(patience);
        config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UpstreamAwayException(config.url() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamAwayException("interrupted while waiting for " + config.url(), e);
        }
    }

    /**
     * The text of a path.
     *
     * @throws UpstreamAwayException if it answers anything but 200
     */
    public String text(String path) {
        HttpResponse<byte[]> answer = ask(path);
        if (answer.statusCode() != OK) {
            throw new UpstreamAwayException(config.url() + path + " answered " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A text as it stands in a path or query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
