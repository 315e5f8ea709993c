package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into problem details. */
final class Problems implements Endpoints, Request.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final RequestDrain unread;

    Problems(HttpConfig config) {
        this.unread = new RequestDrain(config);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.exception(ProblemException.class, (e, ctx) -> {
            unread.drain(ctx);
            Json.answer(ctx, e.problem(), e.headers());
        });
        routes.exception(HttpResponseException.class, Problems::answer);
        routes.exception(Exception.class, Problems::answerUnexpected);
    }

    /** Rejected by Javalin: unknown paths, wrong methods, bodies beyond its limit. */
    private static void answer(HttpResponseException e, Context ctx) {
        Map<String, String> headers = new LinkedHashMap<>();
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            headers.put("Allow", methods);
        }
        Json.answer(ctx, Problem.ofStatus(e.getStatus(), String.valueOf(e.getMessage())), headers);
    }

    /** Failures that Jetty reports while a handler reads a body, such as a slow body, are client errors. */
    private static void answerUnexpected(Exception e, Context ctx) {
        if (e instanceof HttpException broken) {
            Json.answer(ctx, Problem.ofStatus(broken.getCode(), "the request could not be read to its end"), Map.of());
            return;
        }
        LOG.error("unexpected failure of {} {}", ctx.method(), RequestMeters.route(ctx), e);
        Json.answer(ctx, Problem.ofStatus(500, "unexpected error; see the log of the service"), Map.of());
    }

    /** Rejected by Jetty before Javalin: malformed HTTP, headers too long. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put("Content-Type", Problem.MEDIA_TYPE);
        byte[] body = Json.bytes(Problem.ofStatus(status, "the request could not be read as HTTP")
                .members());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
