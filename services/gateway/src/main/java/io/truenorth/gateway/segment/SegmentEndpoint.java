package io.truenorth.gateway.segment;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.segment.SegmentMessage.Type;
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
 * a batch; 401, 403, 429 and 503 as everywhere. The libraries try again after 429 and 5xx. The content type of the body is
 * ignored: browsers send {@code text/plain} to avoid a preflight. Query parameters that a library adds are ignored too, as a
 * message that is answered by 400 is lost.
 *
 * <p>Beside it, what the libraries ask for themselves: {@code GET /v1/projects/KEY/settings} answers that there are no further
 * destinations, and {@code POST /v1/m} receives their own metrics, which are dropped.
 */
public final class SegmentEndpoint implements Endpoints {

    private static final String BEACON = "/beacon/v1/batch";
    private static final String SETTINGS = "/v1/projects/{writeKey}/settings";

    private final SourceAuthenticator<ConfiguredSource<SegmentTranslation>> authenticator;
    private final IngestPipeline pipeline;

    /** The endpoint of some sources. */
    public SegmentEndpoint(
            SourceAuthenticator<ConfiguredSource<SegmentTranslation>> authenticator, IngestPipeline pipeline) {
        this.authenticator = authenticator;
        this.pipeline = pipeline;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        for (Type type : Type.values()) {
            post(routes, "/v1/" + type, body -> SegmentRequest.ofMessage(type, body));
            post(routes, "/v1/" + type.letter(), body -> SegmentRequest.ofMessage(type, body));
        }
        for (String path : List.of("/v1/batch", "/v1/b", "/v1/import", BEACON)) {
            post(routes, path, SegmentRequest::ofBatch);
        }
        routes.post(
                "/v1/m", ctx -> pipeline.handle(ctx, SegmentEndpoint::dropMetrics), Access.OPEN, QueryParameters.any());
        routes.get(
                SETTINGS,
                ctx -> pipeline.handle(ctx, request -> answerSettings(ctx)),
                Access.OPEN,
                QueryParameters.any());
    }

    private void post(JavalinDefaultRoutingApi routes, String path, Function<String, SegmentRequest> reader) {
        routes.post(
                path,
                ctx -> pipeline.handle(ctx, request -> ingest(request, reader)),
                Access.OPEN,
                QueryParameters.any());
    }

    private void ingest(IngestRequest request, Function<String, SegmentRequest> reader) throws InterruptedException {
        Context ctx = request.ctx();
        SegmentRequest segment = reader.apply(request.readText());
        Optional<String> key =
                SourceAuthenticator.writeKey(ctx).or(segment::writeKey).or(() -> keyOfBeacon(ctx));
        SourceGuard<ConfiguredSource<SegmentTranslation>> guard = authenticator.byKey(key, ctx);
        IngestResult result = pipeline.validate(
                guard.sender(), segment.translate(guard.source().translation(), request));
        request.store(result, guard);
        Json.answer(ctx, 200, Map.of("success", true));
    }

    private static Optional<String> keyOfBeacon(Context ctx) {
        return ctx.path().startsWith(BEACON) ? Optional.ofNullable(ctx.queryParam("writeKey")) : Optional.empty();
    }

    private static void dropMetrics(IngestRequest request) {
        request.readBytes();
        Json.answer(request.ctx(), 200, Map.of("success", true));
    }

    private void answerSettings(Context ctx) {
        String key = ctx.pathParam("writeKey");
        authenticator.byKey(Optional.of(key), ctx);
        Json.answer(
                ctx,
                200,
                Map.of(
                        "integrations", Map.of("Segment.io", Map.of("apiKey", key)),
                        "plan", Map.of(),
                        "metrics", Map.of("sampleRate", 0)));
    }
}
