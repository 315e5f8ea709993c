package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /openapi.json}: the description of the queries, for programs. */
final class OpenApiEndpoint implements Endpoints {
    private static final String DOCUMENT = "openapi.json";

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        byte[] document = document();
        routes.get("/" + DOCUMENT, ctx -> ctx.contentType("application/json").result(document), Access.OPEN);
    }

    static byte[] document() {
        try (InputStream in =
                Objects.requireNonNull(OpenApiEndpoint.class.getResourceAsStream(DOCUMENT), DOCUMENT + " is missing")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
