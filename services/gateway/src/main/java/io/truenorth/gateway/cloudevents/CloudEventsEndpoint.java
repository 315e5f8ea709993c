package io.truenorth.gateway.cloudevents;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.Gate;
import io.truenorth.gateway.admission.Refusal;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.intake.Harvest;
import io.truenorth.gateway.intake.Intake;
import io.truenorth.gateway.intake.SourceChannel;
import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.intake.UnmappedException;
import io.truenorth.gateway.intake.Visit;
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

    private final Admission<SourceChannel> admission;
    private final Intake intake;
    private final int mostEvents;

    /**
     * The endpoint of some sources.
     *
     * @param mostEvents how many events a batch may hold
     */
    public CloudEventsEndpoint(Admission<SourceChannel> admission, Intake intake, int mostEvents) {
        this.admission = admission;
        this.intake = intake;
        this.mostEvents = mostEvents;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/v1/events/{source}", ctx -> intake.handle(ctx, visit -> take(ctx, visit)), Access.OPEN);
    }

    private void take(Context ctx, Visit visit) throws InterruptedException {
        Gate<SourceChannel> gate = admission.holderOf(WriteKey.of(ctx), ctx);
        if (!gate.sender().name().equals(ctx.pathParam("source"))) {
            throw Refusal.unknownSource(CHANNEL);
        }
        Translation translation = gate.source().translation();
        Harvest harvest = visit.harvest(gate);
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

    private void takeOne(Context ctx, Visit visit, Translation translation, Harvest harvest) {
        Map<String, String> meant = EventReader.meant(name -> Optional.ofNullable(ctx.header(name)));
        boolean structured = mediaType(ctx).startsWith(EventReader.ANY_STRUCTURED);
        if (structured ? !mediaType(ctx).equals(EventReader.STRUCTURED) : !EventReader.isBinary(header(meant))) {
            throw Refusal.unsupportedType(
                    "expected " + EventReader.STRUCTURED + ", " + BATCHED + ", or the attributes in headers ce-…",
                    EventReader.STRUCTURED + ", " + BATCHED);
        }
        // Data that is no JSON may be any bytes, and is not looked at.
        String body =
                JsonEnvelope.isJson(mediaType(ctx)) ? visit.text() : new String(visit.bytes(), StandardCharsets.UTF_8);
        requireEvent(body, meant, "");
        take(body, meant, translation, harvest);
    }

    /** A batch with something in it that is no event is no batch. */
    private void takeBatch(String body, Translation translation, Harvest harvest) {
        List<String> events = events(body);
        Map<String, String> structured = Map.of("content-type", EventReader.STRUCTURED);
        for (int i = 0; i < events.size(); i++) {
            requireEvent(events.get(i), structured, "/" + i);
        }
        events.forEach(event -> take(event, structured, translation, harvest));
    }

    private List<String> events(String body) {
        try {
            List<String> events = JsonParts.ofArray(body).items();
            if (events.size() > mostEvents) {
                throw Refusal.tooLarge("expected up to " + mostEvents + " events in a batch");
            }
            return events;
        } catch (InvalidJsonException e) {
            throw Refusal.unreadable(e.getMessage());
        }
    }

    private static void requireEvent(String sent, Map<String, String> meant, String place) {
        try {
            EventReader.read(sent, header(meant));
        } catch (UnmappedException e) {
            String path = place + e.path();
            throw Refusal.unreadable((path.isEmpty() ? "" : path + ": ") + e.getMessage());
        }
    }

    private static void take(String sent, Map<String, String> meant, Translation translation, Harvest harvest) {
        harvest.from(sent, meant);
        translation.translate(sent, header(meant), harvest);
    }

    private static Function<String, Optional<String>> header(Map<String, String> meant) {
        return name -> Optional.ofNullable(meant.get(name));
    }

    private static String mediaType(Context ctx) {
        return EventReader.mediaType(
                Optional.ofNullable(ctx.header("Content-Type")).orElse(""));
    }
}
