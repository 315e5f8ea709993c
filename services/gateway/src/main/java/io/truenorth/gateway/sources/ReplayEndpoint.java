package io.truenorth.gateway.sources;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.schemas.FailedId;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/replays/{source}?failed=3-17&receivedAt=…}: sends a failed record of {@code touchpoints-failed} again,
 * with the headers that its meaning depends on.
 *
 * <p>It is translated like any message of the source, as of the time at which it first arrived, and its touchpoints name the failed
 * record. 202 when Kafka has them all; 422 when any part of it still fails, and then nothing is
 * stored. For holders of the gateway's own tokens.
 */
public final class ReplayEndpoint implements Endpoints {

    private static final String PATH = "/v1/replays/{source}";

    private final SourceAuthenticator<Sender> authenticator;
    private final IngestPipeline pipeline;
    private final Map<String, ConfiguredSource<?>> sources;

    /** @param sources whose failed records can be replayed, by name */
    public ReplayEndpoint(
            SourceAuthenticator<Sender> authenticator,
            IngestPipeline pipeline,
            Map<String, ConfiguredSource<?>> sources) {
        this.authenticator = authenticator;
        this.pipeline = pipeline;
        this.sources = Map.copyOf(sources);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(
                PATH,
                ctx -> pipeline.handle(ctx, this::replay),
                Access.OPEN,
                QueryParameters.once("failed", "receivedAt"));
    }

    private void replay(IngestRequest request) throws InterruptedException {
        Context ctx = request.ctx();
        SourceGuard<Sender> guard = authenticator.byKey(SourceAuthenticator.writeKey(ctx), ctx);
        ConfiguredSource<?> source = Optional.<ConfiguredSource<?>>ofNullable(sources.get(ctx.pathParam("source")))
                .orElseThrow(() -> RejectedRequest.unknownSource("replays"));
        long receivedAt = receivedAt(ctx);
        FailedId failed = failed(ctx);
        ReceivedMessage message = IngestRequest.message(request.readBytes(), ctx.headerMap(), receivedAt);
        IngestResult result = pipeline.translate(source, List.of(message)).asReplayOf(failed);
        if (!result.failed().isEmpty()) {
            throw RejectedRequest.replayFailed(problem(result));
        }
        request.store(result, guard);
        Json.answer(
                ctx,
                202,
                new Response(result.touchpoints().size(), result.ignored().size()));
    }

    private static FailedId failed(Context ctx) {
        return FailedId.parse(query(ctx, "failed"))
                .orElseThrow(() -> RejectedRequest.unreadableBody(
                        "query parameter failed: expected the name of a failed record, such as 3-17"));
    }

    private static long receivedAt(Context ctx) {
        String text = query(ctx, "receivedAt");
        if (!text.matches("\\d{1,15}")) {
            throw RejectedRequest.unreadableBody("query parameter receivedAt: expected epoch milliseconds");
        }
        return Long.parseLong(text);
    }

    private static String query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static Problem problem(IngestResult result) {
        List<ReplayError> errors = result.failed().stream()
                .map(event -> new ReplayError(event.reason().name(), event.path(), event.message()))
                .toList();
        FailedEvent first = result.failed().get(0);
        return Problem.of(422, "still-failing", "It still fails", first.message())
                .with("errors", errors);
    }

    /**
     * The body of a 202.
     *
     * @param accepted number of stored touchpoints
     * @param ignored number of messages ignored by the source's document
     */
    record Response(int accepted, int ignored) {}

    /**
     * Why a message fails again.
     *
     * @param reason the failure reason
     * @param path where, in the message
     * @param message what was expected and what was found
     */
    record ReplayError(String reason, String path, String message) {}
}
