package io.truenorth.gateway.touchpoints;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;

/**
 * {@code POST /v1/touchpoints}: one event, an array of events, or one a line.
 *
 * <p>202 when Kafka has acknowledged every event that keeps the contract, of which there is at least one; the others are
 * listed with their index, path and what was expected. 400 when there is none, or the body cannot be read; 413 and 415 as
 * usual; 503 with {@code Retry-After} while Kafka is away or too much is under way. After a 503 the whole request can be
 * sent again.
 */
public final class TouchpointEndpoint implements Endpoints {

    /** Where it is. */
    public static final String PATH = "/v1/touchpoints";

    /** What senders of native events say that they speak. */
    public static final String CHANNEL = "touchpoints";

    private final Admission<Sender> admission;
    private final IngestPipeline intake;
    private final BatchReader reader;

    /** @param mostEvents how many events a request may hold */
    public TouchpointEndpoint(Admission<Sender> admission, IngestPipeline intake, TouchpointMapper mapper, int mostEvents) {
        this.admission = admission;
        this.intake = intake;
        this.reader = new BatchReader(mapper, mostEvents);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, ctx -> intake.handle(ctx, visit -> take(ctx, visit)), Access.OPEN);
    }

    private void take(Context ctx, IngestRequest visit) throws InterruptedException {
        SourceGuard<Sender> gate = admission.holderOf(WriteKey.of(ctx), ctx);
        BodyFormat format = format(ctx);
        Batch batch = reader.read(visit.text(), format, gate.sender(), visit.receivedAt());
        visit.refused(batch.rejected());
        if (batch.accepted().isEmpty()) {
            throw batch.rejection();
        }
        IngestResult harvest = visit.harvest(gate);
        batch.accepted().forEach(harvest::touchpoint);
        visit.keep(harvest, gate);
        Json.answer(ctx, 202, batch.members());
    }

    private static BodyFormat format(Context ctx) {
        String type = ctx.header("Content-Type");
        return BodyFormat.of(type == null ? "" : type.strip())
                .orElseThrow(() -> RejectedRequest.unsupportedMediaType(
                        "expected one of " + BodyFormat.MEDIA_TYPES + " in UTF-8 as Content-Type",
                        BodyFormat.MEDIA_TYPES));
    }
}
