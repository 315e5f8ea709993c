package io.truenorth.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The ways in which a client spoils a request. Each is answered with a 4xx, and nothing of it is stored. */
enum BadRequest {
    UNPARSEABLE("{\"identities\": [", 400),
    FROM_THE_FUTURE(event("\"2199-01-01T00:00:00Z\"", "\"x\""), 400),
    YEAR_0(event("\"0000-01-01T00:00:00Z\"", "\"x\""), 400),
    NOT_A_NUMBER(event("NaN", "\"x\""), 400),
    NOBODY("{\"occurredAt\": 1, \"channel\": \"web\", \"kind\": \"visit\", \"direction\": \"in\"}", 400),
    TOO_MANY("[" + "{},".repeat(9_999) + "{}]", 413),
    DEEPLY_NESTED("[".repeat(100_000), 400),
    OVERSIZED("\"" + "x".repeat(2 << 20) + "\"", 413),
    WRONG_TYPE("a,b,c", 415) {
        @Override
        HttpRequest to(URI gateway) {
            return post(gateway, "text/csv", bytes()).build();
        }
    },
    TRUNCATED_GZIP(event("1", "\"x\""), 400) {
        @Override
        HttpRequest to(URI gateway) {
            byte[] whole = gzip(bytes());
            return post(gateway, "application/json", Arrays.copyOf(whole, whole.length - 9))
                    .header("Content-Encoding", "gzip")
                    .build();
        }
    };

    private final String body;
    private final int status;

    BadRequest(String body, int status) {
        this.body = body;
        this.status = status;
    }

    int status() {
        return status;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    HttpRequest to(URI gateway) {
        return post(gateway, "application/json", bytes()).build();
    }

    static HttpRequest.Builder post(URI gateway, String type, byte[] body) {
        return HttpRequest.newBuilder(gateway.resolve("/v1/touchpoints"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static String event(String occurredAt, String name) {
        return "{\"identities\": [{\"namespace\": \"crm\", \"value\": " + name + "}], \"occurredAt\": " + occurredAt
                + ", \"channel\": \"web\", \"kind\": \"visit\", \"direction\": \"in\"}";
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
