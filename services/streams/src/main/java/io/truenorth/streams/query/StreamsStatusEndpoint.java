package io.truenorth.streams.query;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.query.ApiJson;
import io.truenorth.query.StreamsStatus;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.util.function.Supplier;

/** {@code GET /v1/status}: the status of this instance. */
public final class StreamsStatusEndpoint implements Endpoints {
    private final Supplier<StreamsStatus> status;

    /** Answers with this status. */
    public StreamsStatusEndpoint(Supplier<StreamsStatus> status) {
        this.status = status;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/status", ctx -> Json.answer(ctx, ApiJson.write(status.get())));
    }
}
