package io.truenorth.gateway.cloudevents;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /v1/events/{source}}: CloudEvents by the HTTP binding in binary, structured or batched mode, with the write key of
 * the source.
 *
 * <p>202 when Kafka has acknowledged everything: touchpoints, and the events that cannot become any on {@code
 * touchpoints-failed}. 400 if anything in the request is no CloudEvent, and nothing was stored then; 404 if the key is not that of
 * the source; 415 for a format other than JSON; 401, 403, 413, 429 and 503 as everywhere.
 */
public final class CloudEventsEndpoint implements Endpoints {

    /** What sources of CloudEvents say that they speak. */
    public static final String CHANNEL = "cloudevents";

    private static final String BATCHED = "application/cloudevents-batch+json";

    private final Admission<ConfiguredSource> admission;
    private final IngestPipeline intake;
    private final int mostEvents;

    /**
     * The endpoint of some sources.
     *
     * @param mostEvents how many events a batch may hold
     */
    public CloudEventsEndpoint(Admission<ConfiguredSource> admission, IngestPipeline intake, int mostEvents) {
        this.admission = admission;
        this.intake = intake;
        this.mostEvents = mostEvents;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/v1/events/{source}", ctx -> intake.handle(ctx, visit -> take(ctx, visit)), Access.OPEN);
    }

    private void take(Context ctx, IngestRequest visit) throws InterruptedException {
        SourceGuard<ConfiguredSource> gate = admission.holderOf(WriteKey.of(ctx), ctx);
        if (!gate.sender().name().equals(ctx.pathParam("source"))) {
            throw RejectedRequest.unknownSource(CHANNEL);
        }
        Translation translation = gate.source().translation();
        IngestResult harvest = visit.harvest(gate);
        if (mediaType(ctx).equals(BATCHED)) {
            takeBatch(visit.text(), translation, harvest);
        } else {
            takeOne(ctx, visit, translation, harvest);
        }
        visit.keep(harvest, gate);
        Json.answer(
                ctx,
                202,
                Map.of(
                        "accepted", harvest.touchpoints().size(),
                        "failed", harvest.failed().size()));
    }

    private void takeOne(Context ctx, IngestRequest visit, Translation translation, IngestResult harvest) {
        Map<String, String> meant = CloudEventReader.meant(name -> Optional.ofNullable(ctx.header(name)));
        boolean structured = mediaType(ctx).startsWith(CloudEventReader.ANY_STRUCTURED);
        if (structured ? !mediaType(ctx).equals(CloudEventReader.STRUCTURED) : !CloudEventReader.isBinary(header(meant))) {
            throw RejectedRequest.unsupportedMediaType(
                    "expected " + CloudEventReader.STRUCTURED + ", " + BATCHED + ", or the attributes in headers ce-…",
                    CloudEventReader.STRUCTURED + ", " + BATCHED);
        }
        // Data that is no JSON may be any bytes, and is not looked at.
        String body =
                JsonCloudEvent.isJson(mediaType(ctx)) ? visit.text() : new String(visit.bytes(), StandardCharsets.UTF_8);
        requireEvent(body, meant, "");
        take(body, meant, translation, harvest);
    }

    /** A batch with something in it that is no event is no batch. */
    private void takeBatch(String body, Translation translation, IngestResult harvest) {
        List<String> events = events(body);
        Map<String, String> structured = Map.of("content-type", CloudEventReader.STRUCTURED);
        for (int i = 0; i < events.size(); i++) {
            requireEvent(events.get(i), structured, "/" + i);
        }
        events.forEach(event -> take(event, structured, translation, harvest));
    }

    private List<String> events(String body) {
        try {
            List<String> events = JsonParts.ofArray(body).items();
            if (events.size() > mostEvents) {
                throw RejectedRequest.contentTooLarge("expected up to " + mostEvents + " events in a batch");
            }
            return events;
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private static void requireEvent(String sent, Map<String, String> meant, String place) {
        try {
            CloudEventReader.read(sent, header(meant));
        } catch (UnmappedException e) {
            String path = place + e.path();
            throw RejectedRequest.unreadableBody((path.isEmpty() ? "" : path + ": ") + e.getMessage());
        }
    }

    private static void take(String sent, Map<String, String> meant, Translation translation, IngestResult harvest) {
        harvest.from(sent, meant);
        translation.translate(sent, header(meant), harvest);
    }

    private static Function<String, Optional<String>> header(Map<String, String> meant) {
        return name -> Optional.ofNullable(meant.get(name));
    }

    private static String mediaType(Context ctx) {
        return CloudEventReader.mediaType(
                Optional.ofNullable(ctx.header("Content-Type")).orElse(""));
    }
}
