package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.truenorth.service.http.HttpClients;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the process that a partition lives in, on behalf of who asked here. */
final class InstanceClient {
    private static final String ROUTED = "Truenorth-Routed";
    private static final String AUTHORIZATION = "Authorization";
    private static final int NOT_READY = 503;

    private final HttpClient client;
    private final Duration retry;

    InstanceClient(Duration retry) {
        this.retry = retry;
        this.client = HttpClients.withConnectTimeout(retry);
    }

    /** Passes a question on and its answer back. A question is passed on once: while partitions move nobody may know. */
    void ask(URI peer, Context question) {
        if (question.header(ROUTED) != null) {
            throw NotReady.because("the partition is moving");
        }
        HttpResponse<byte[]> answer = send(request(peer, question));
        question.status(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(question::contentType);
        if (answer.statusCode() == NOT_READY) {
            question.header("Retry-After", "1");
        }
        question.result(answer.body());
    }

    private HttpRequest request(URI peer, Context question) {
        String query = question.queryString();
        String path = question.path() + (query == null ? "" : "?" + query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(peer.resolve(path)).timeout(retry).header(ROUTED, "once");
        String authorization = question.header(AUTHORIZATION);
        if (authorization != null) {
            request.header(AUTHORIZATION, authorization);
        }
        return request.GET().build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw NotReady.because("the process that holds the partition does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(503, "stopping", "Stopping", "the service is stopping"));
        }
    }
}
