package io.truenorth.gateway.touchpoints;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.touchpoints.BatchReader.BodyFormat;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;

/**
 * {@code POST /v1/touchpoints}: one event, an array of events, or one a line.
 *
 * <p>202 when Kafka has acknowledged every event that satisfies the contract, of which there is at least one; the others are
 * listed with their index, path and what was expected. 400 when there is none, or the body cannot be read; 413 and 415 as
 * usual; 503 with {@code Retry-After} while Kafka is unavailable or the gateway overloaded. After a 503 the whole request can be
 * sent again.
 */
public final class TouchpointEndpoint implements Endpoints {

    /** Where it is. */
    public static final String PATH = "/v1/touchpoints";

    private final SourceAuthenticator<Sender> authenticator;
    private final IngestPipeline pipeline;
    private final BatchReader reader;

    /** @param maxEvents how many events a request may hold */
    public TouchpointEndpoint(
            SourceAuthenticator<Sender> authenticator,
            IngestPipeline pipeline,
            TouchpointValidator validator,
            int maxEvents) {
        this.authenticator = authenticator;
        this.pipeline = pipeline;
        this.reader = new BatchReader(validator, maxEvents);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, ctx -> pipeline.handle(ctx, this::ingest), Access.OPEN);
    }

    private void ingest(IngestRequest request) throws InterruptedException {
        Context ctx = request.ctx();
        SourceGuard<Sender> guard = authenticator.byKey(SourceAuthenticator.writeKey(ctx), ctx);
        BodyFormat format = format(request);
        Batch batch = reader.read(request.readText(), format, guard.sender(), request.receivedAt());
        request.countInvalid(batch.rejected());
        if (batch.accepted().isEmpty()) {
            throw batch.rejection();
        }
        request.store(IngestResult.of(guard.sender(), batch.accepted()), guard);
        Json.answer(ctx, 202, batch.response());
    }

    private static BodyFormat format(IngestRequest request) {
        return BodyFormat.of(request.header("Content-Type").orElse("").strip())
                .orElseThrow(() -> RejectedRequest.unsupportedMediaType(
                        "expected one of " + BodyFormat.MEDIA_TYPES + " in UTF-8 as Content-Type",
                        BodyFormat.MEDIA_TYPES));
    }
}
