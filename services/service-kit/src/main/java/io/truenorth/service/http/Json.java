package io.truenorth.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Map;

/** Writes JSON responses. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Responds with a map, list or record. */
    public static void answer(Context ctx, int status, Object body) {
        answer(ctx, status, "application/json", body);
    }

    /** Answers 200 with what is JSON already. */
    public static void answer(Context ctx, byte[] json) {
        ctx.contentType("application/json").result(json);
    }

    static void answer(Context ctx, Problem problem, Map<String, String> headers) {
        headers.forEach(ctx::header);
        answer(ctx, problem.status(), Problem.MEDIA_TYPE, problem.members());
    }

    private static void answer(Context ctx, int status, String mediaType, Object body) {
        ctx.status(status).contentType(mediaType).result(bytes(body));
    }

    static byte[] bytes(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + body.getClass().getName(), e);
        }
    }
}
