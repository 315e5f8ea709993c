package io.truenorth.gateway.sources;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.ingest.FailedEvent;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.schemas.FailedId;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/replays/{source}?failed=3-17&receivedAt=…}: what a source sent once, as it stands on {@code
 * touchpoints-failed}, and the headers that its meaning depends on.
 *
 * <p>It goes the way that the source's requests go, with the time at which it arrived first, and the touchpoints that come of
 * it bear the name of the record. 202 when Kafka has them all; 422 when any part of it still fails, and then nothing is
 * stored. For holders of the gateway's own tokens.
 */
public final class ReplayEndpoint implements Endpoints {

    /** What holders of tokens say that they speak here. */
    public static final String CHANNEL = "replays";

    private static final String PATH = "/v1/replays/{source}";

    private final Admission<Sender> admission;
    private final IngestPipeline intake;
    private final Map<String, ConfiguredSource> sources;

    /** @param sources whose failed records can be replayed, by name */
    public ReplayEndpoint(Admission<Sender> admission, IngestPipeline intake, Map<String, ConfiguredSource> sources) {
        this.admission = admission;
        this.intake = intake;
        this.sources = Map.copyOf(sources);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(
                PATH,
                ctx -> intake.handle(ctx, visit -> take(ctx, visit)),
                Access.OPEN,
                QueryParameters.once("failed", "receivedAt"));
    }

    private void take(Context ctx, IngestRequest visit) throws InterruptedException {
        SourceGuard<Sender> gate = admission.holderOf(WriteKey.of(ctx), ctx);
        ConfiguredSource source = Optional.ofNullable(sources.get(ctx.pathParam("source")))
                .orElseThrow(() -> RejectedRequest.unknownSource(CHANNEL));
        IngestResult harvest = visit.harvestAgain(source.sender(), receivedAt(ctx), failed(ctx));
        source.translation().translate(visit.text(), name -> Optional.ofNullable(ctx.header(name)), harvest);
        if (!harvest.failed().isEmpty()) {
            throw RejectedRequest.replayFailed(problem(harvest));
        }
        visit.keep(harvest, gate);
        Json.answer(
                ctx,
                202,
                Map.of(
                        "accepted", harvest.touchpoints().size(),
                        "ignored", harvest.ignored().size()));
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

    private static Problem problem(IngestResult harvest) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (FailedEvent event : harvest.failed()) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("reason", event.reason().name());
            error.put("path", event.path());
            error.put("message", event.message());
            errors.add(error);
        }
        FailedEvent first = harvest.failed().get(0);
        return Problem.of(422, "still-failing", "It still fails", first.message())
                .with("errors", errors);
    }
}
