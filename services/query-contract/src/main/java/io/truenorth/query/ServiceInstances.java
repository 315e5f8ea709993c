package io.truenorth.query;

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

/** The instances of a service, which are called over HTTP. Thread-safe. */
public final class ServiceInstances {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceInstances.class);
    private static final int OK = 200;
    private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

    private final HttpClient http;
    private final String service;
    private final List<URI> instances;
    private final Optional<String> token;
    private final Duration timeout;
    private volatile int preferred;

    /**
     * The instances of a service.
     *
     * @param http the client for all requests
     * @param service its name in messages, such as {@code streams service}
     * @param instances the base URLs of the instances, without a path; one or more
     * @param token the bearer token that they require
     * @param timeout the maximum duration of a request
     */
    public ServiceInstances(
            HttpClient http, String service, List<URI> instances, Optional<String> token, Duration timeout) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("expected one or more instances of the " + service);
        }
        this.http = http;
        this.service = service;
        this.instances = List.copyOf(instances);
        this.token = token;
        this.timeout = timeout;
    }

    /** The number of configured instances. */
    public int size() {
        return instances.size();
    }

    String service() {
        return service;
    }

    /**
     * The response of the first instance that is available. It is called first the next time.
     *
     * @param path the path with the query
     * @throws QueryFailedException if no instance responds
     */
    HttpResponse<byte[]> get(String path) {
        int first = preferred;
        Optional<HttpResponse<byte[]>> notReady = Optional.empty();
        Optional<QueryFailedException> failure = Optional.empty();
        for (int i = 0; i < size(); i++) {
            int instance = (first + i) % size();
            try {
                HttpResponse<byte[]> answer = send(instances.get(instance), path);
                if (!UNAVAILABLE.contains(answer.statusCode())) {
                    preferred = instance;
                    return answer;
                }
                notReady = Optional.of(answer);
            } catch (QueryFailedException e) {
                failure = Optional.of(e);
            }
        }
        if (notReady.isPresent()) {
            return notReady.get();
        }
        throw failure.orElseThrow();
    }

    /**
     * The responses of all instances that are available.
     *
     * @param type the type of the responses
     */
    public <T extends Record> List<T> getFromEach(String path, Class<T> type) {
        List<T> answers = new ArrayList<>();
        for (URI instance : instances) {
            try {
                HttpResponse<byte[]> answer = send(instance, path);
                if (answer.statusCode() == OK) {
                    answers.add(ApiJson.read(answer.body(), type));
                } else {
                    LOG.debug("{}{} answered {}", instance, path, answer.statusCode());
                }
            } catch (QueryFailedException e) {
                LOG.debug("{}", e.getMessage());
            } catch (IOException e) {
                LOG.warn("{}{} does not answer with a {}: {}", instance, path, type.getSimpleName(), e.getMessage());
            }
        }
        return answers;
    }

    private HttpResponse<byte[]> send(URI instance, String path) {
        URI uri = URI.create(instance.toString().replaceFirst("/$", "") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "connection refused" : e.getMessage();
            throw QueryFailedException.noAnswer("no " + service + " answers at " + instance + " (" + reason + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryFailedException.noAnswer("interrupted while waiting for " + instance, e);
        }
    }

    /** A text, encoded for a path or a query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
