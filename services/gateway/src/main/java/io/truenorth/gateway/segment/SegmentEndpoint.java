package io.truenorth.gateway.segment;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The HTTP API of Segment: {@code POST /v1/track}, {@code identify}, {@code page}, {@code screen}, {@code group}, {@code
 * alias}, {@code batch} and {@code import}, or their first letters, as the library for browsers calls them ({@code /v1/t}); and
 * {@code /beacon/v1/batch}, to which the pages of RudderStack's library send what is left when they are closed. The write key
 * is the user of basic authorization, or {@code writeKey} in the body, or in the query of a beacon, which has no headers.
 *
 * <p>200 when Kafka has acknowledged everything: touchpoints, and the messages that cannot become any on {@code
 * touchpoints-failed}, as Segment too answers so. 400 if the body is no JSON or larger than 32 KB for a message and 512 KB for
 * a batch; 401, 403, 429 and 503 as everywhere. The libraries try again after 429 and 5xx. The type of the body's content is
 * not looked at: browsers say {@code text/plain} to be spared a preflight. Parameters that a library adds to the address are let
 * be, as a message that is answered by 400 is lost.
 *
 * <p>Beside it, what the libraries ask for themselves: {@code GET /v1/projects/KEY/settings} answers that there are no further
 * destinations, and {@code POST /v1/m} takes their metrics of themselves, which are dropped.
 */
public final class SegmentEndpoint implements Endpoints {

    /** What sources of messages say that they speak. */
    public static final String CHANNEL = "segment";

    private static final String BEACON = "/beacon/v1/batch";
    private static final String SETTINGS = "/v1/projects/{writeKey}/settings";

    private final Admission<ConfiguredSource> admission;
    private final IngestPipeline intake;

    /** The endpoint of some sources. */
    public SegmentEndpoint(Admission<ConfiguredSource> admission, IngestPipeline intake) {
        this.admission = admission;
        this.intake = intake;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        for (MessageType type : MessageType.values()) {
            post(routes, "/v1/" + type, body -> SegmentRequest.ofMessage(type, body));
            post(routes, "/v1/" + type.letter(), body -> SegmentRequest.ofMessage(type, body));
        }
        for (String path : List.of("/v1/batch", "/v1/b", "/v1/import", BEACON)) {
            post(routes, path, SegmentRequest::ofBatch);
        }
        routes.post(
                "/v1/m",
                ctx -> intake.handle(ctx, visit -> dropMetrics(ctx, visit)),
                Access.OPEN,
                QueryParameters.any());
        routes.get(
                SETTINGS, ctx -> intake.handle(ctx, visit -> answerSettings(ctx)), Access.OPEN, QueryParameters.any());
    }

    private void post(JavalinDefaultRoutingApi routes, String path, Function<String, SegmentRequest> reading) {
        routes.post(
                path,
                ctx -> intake.handle(ctx, visit -> take(ctx, visit, reading)),
                Access.OPEN,
                QueryParameters.any());
    }

    private void take(Context ctx, IngestRequest visit, Function<String, SegmentRequest> reading) throws InterruptedException {
        SegmentRequest request = reading.apply(visit.text());
        Optional<String> key = WriteKey.of(ctx).or(request::writeKey).or(() -> keyOfBeacon(ctx));
        SourceGuard<ConfiguredSource> gate = admission.holderOf(key, ctx);
        visit.keep(harvest(request, gate.source().translation(), visit.harvest(gate)), gate);
        Json.answer(ctx, 200, Map.of("success", true));
    }

    private static Optional<String> keyOfBeacon(Context ctx) {
        return ctx.path().startsWith(BEACON) ? Optional.ofNullable(ctx.queryParam("writeKey")) : Optional.empty();
    }

    private static void dropMetrics(Context ctx, IngestRequest visit) {
        visit.bytes();
        Json.answer(ctx, 200, Map.of("success", true));
    }

    private void answerSettings(Context ctx) {
        String key = ctx.pathParam("writeKey");
        admission.holderOf(Optional.of(key), ctx);
        Json.answer(
                ctx,
                200,
                Map.of(
                        "integrations", Map.of("Segment.io", Map.of("apiKey", key)),
                        "plan", Map.of(),
                        "metrics", Map.of("sampleRate", 0)));
    }

    private static IngestResult harvest(SegmentRequest request, Translation translation, IngestResult harvest) {
        for (String message : request.messages()) {
            harvest.from(message, request.meant());
            if (SegmentRequest.fits(message)) {
                translation.translate(
                        message, name -> Optional.ofNullable(request.meant().get(name)), harvest);
            } else {
                harvest.unmapped("", "expected a message of up to 32 KB");
            }
        }
        return harvest;
    }
}
