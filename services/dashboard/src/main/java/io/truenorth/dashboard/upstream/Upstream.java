package io.truenorth.dashboard.upstream;

import io.truenorth.service.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks another service over HTTP, of which there may be several instances. For any thread. */
public final class Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final int OK = 200;
    private static final Set<Integer> NOT_READY = Set.of(502, 503, 504);
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final HttpClient client;
    private final UpstreamConfig config;
    private final Duration timeout;
    private volatile int answering;

    /** A service, and how long it may take to answer. */
    public Upstream(UpstreamConfig config, Duration timeout) {
        this.config = config;
        this.timeout = timeout;
        this.client = HttpClients.withConnectTimeout(CONNECTING);
    }

    /**
     * What an instance answers; one that is away or not ready is passed over, and not the first to be asked next time.
     *
     * @param path with its query
     * @throws UpstreamUnavailableException if none answers at all
     */
    public HttpResponse<byte[]> ask(String path) {
        int first = answering;
        Optional<HttpResponse<byte[]>> notReady = Optional.empty();
        UpstreamUnavailableException away = new UpstreamUnavailableException("no instance is known");
        for (int i = 0; i < instances(); i++) {
            int asked = (first + i) % instances();
            try {
                HttpResponse<byte[]> answer = ask(config.instances().get(asked), path);
                if (!NOT_READY.contains(answer.statusCode())) {
                    answering = asked;
                    return answer;
                }
                notReady = Optional.of(answer);
            } catch (UpstreamUnavailableException e) {
                away = e;
            }
        }
        UpstreamUnavailableException nobody = away;
        return notReady.orElseThrow(() -> nobody);
    }

    /** The text of a path of each instance that answers 200. */
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        for (URI instance : config.instances()) {
            try {
                HttpResponse<byte[]> answer = ask(instance, path);
                if (answer.statusCode() == OK) {
                    texts.add(new String(answer.body(), StandardCharsets.UTF_8));
                } else {
                    LOG.debug("{}{} answered {}", instance, path, answer.statusCode());
                }
            } catch (UpstreamUnavailableException e) {
                LOG.debug("{}", e.getMessage());
            }
        }
        return texts;
    }

    /** How many instances there should be. */
    public int instances() {
        return config.instances().size();
    }

    private HttpResponse<byte[]> ask(URI instance, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(instance + path)).timeout(timeout);
        config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UpstreamUnavailableException(instance + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamUnavailableException("interrupted while waiting for " + instance, e);
        }
    }

    /** A text as it stands in a path or query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
