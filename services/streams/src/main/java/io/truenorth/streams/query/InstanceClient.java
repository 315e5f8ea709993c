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

/** Forwards a request to the instance that has the partition. */
final class InstanceClient {
    private static final String ROUTED = "Truenorth-Routed";
    private static final String AUTHORIZATION = "Authorization";
    private static final int NOT_READY = 503;

    private final HttpClient client;
    private final Duration timeout;

    InstanceClient(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClients.withConnectTimeout(timeout);
    }

    /** Answers a request with what an instance answers. It is forwarded once: while partitions move it could go in circles. */
    void forward(Context ctx, URI instance) {
        requireFirst(ctx);
        relay(ctx, request(ctx, instance).build());
    }

    /** Answers a request about a customer with what an instance answers that has the next key of its lookup. */
    void forward(Context ctx, URI instance, CustomerLookup lookup) {
        if (!lookup.hasAdvanced()) {
            requireFirst(ctx);
        }
        HttpRequest.Builder request = request(ctx, instance);
        if (lookup.steps() > 0) {
            request.header(CustomerLookup.HEADER, lookup.header());
        }
        relay(ctx, request.build());
    }

    private static void requireFirst(Context ctx) {
        if (ctx.header(ROUTED) != null) {
            throw NotReady.because("the partition is moving");
        }
    }

    private void relay(Context ctx, HttpRequest request) {
        HttpResponse<byte[]> answer = send(request);
        ctx.status(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(ctx::contentType);
        if (answer.statusCode() == NOT_READY) {
            ctx.header("Retry-After", "1");
        }
        ctx.result(answer.body());
    }

    private HttpRequest.Builder request(Context ctx, URI instance) {
        String query = ctx.queryString();
        String path = ctx.path() + (query == null ? "" : "?" + query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(instance.resolve(path)).timeout(timeout).header(ROUTED, "once");
        String authorization = ctx.header(AUTHORIZATION);
        if (authorization != null) {
            request.header(AUTHORIZATION, authorization);
        }
        return request.GET();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw NotReady.because("the instance that has the partition does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(503, "stopping", "Stopping", "the service is stopping"));
        }
    }
}
