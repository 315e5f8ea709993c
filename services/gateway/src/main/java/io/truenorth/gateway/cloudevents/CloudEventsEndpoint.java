package io.truenorth.gateway.cloudevents;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.schemas.FailedId;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /v1/events/{source}}: CloudEvents by the HTTP binding in binary, structured or batched mode, with the write key of
 * the source.
 *
 * <p>202 when Kafka has acknowledged everything: touchpoints, and the events that cannot become any on {@code
 * touchpoints-failed}. 400 if anything in the request is no CloudEvent, and nothing was stored then; 404 if the key is not that of
 * the source; 415 for a format other than JSON; 401, 403, 413, 429 and 503 as everywhere.
 */
public final class CloudEventsEndpoint implements Endpoints {

    private static final String BATCHED = "application/cloudevents-batch+json";

    private final SourceAuthenticator<ConfiguredSource<CloudEventTranslation>> authenticator;
    private final IngestPipeline pipeline;
    private final int maxEvents;

    /**
     * The endpoint of some sources.
     *
     * @param maxEvents how many events a batch may hold
     */
    public CloudEventsEndpoint(
            SourceAuthenticator<ConfiguredSource<CloudEventTranslation>> authenticator,
            IngestPipeline pipeline,
            int maxEvents) {
        this.authenticator = authenticator;
        this.pipeline = pipeline;
        this.maxEvents = maxEvents;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/v1/events/{source}", ctx -> pipeline.handle(ctx, this::ingest), Access.OPEN);
    }

    private void ingest(IngestRequest request) throws InterruptedException {
        Context ctx = request.ctx();
        SourceGuard<ConfiguredSource<CloudEventTranslation>> guard =
                authenticator.byKey(SourceAuthenticator.writeKey(ctx), ctx);
        if (!guard.sender().name().equals(ctx.pathParam("source"))) {
            throw RejectedRequest.unknownSource("cloudevents");
        }
        CloudEventTranslation translation = guard.source().translation();
        List<TranslatedMessage> events = mediaType(request).equals(BATCHED)
                ? batch(request, translation)
                : List.of(translated(single(request), "", translation));
        IngestResult result = pipeline.validate(guard.sender(), events.stream());
        List<FailedId> failed = request.store(result, guard);
        Json.answer(
                ctx,
                202,
                Map.of(
                        "accepted", result.touchpoints().size(),
                        "failed", result.failed().size(),
                        "failedRecords", failed.stream().map(FailedId::toString).toList()));
    }

    private static ReceivedMessage single(IngestRequest request) {
        String mediaType = mediaType(request);
        Map<String, String> headers = CloudEventReader.relevantHeaders(request::header);
        boolean structured = mediaType.startsWith(CloudEventReader.ANY_STRUCTURED);
        if (structured ? !mediaType.equals(CloudEventReader.STRUCTURED) : !CloudEventReader.isBinary(headers)) {
            throw RejectedRequest.unsupportedMediaType(
                    "expected " + CloudEventReader.STRUCTURED + ", " + BATCHED + ", or the attributes in headers ce-…",
                    CloudEventReader.STRUCTURED + ", " + BATCHED);
        }
        // Data other than JSON may be any bytes, and is not read.
        String body = JsonCloudEvent.isJson(mediaType)
                ? request.readText()
                : new String(request.readBytes(), StandardCharsets.UTF_8);
        return request.message(body, headers);
    }

    /** A batch is rejected if anything in it is not an event. */
    private List<TranslatedMessage> batch(IngestRequest request, CloudEventTranslation translation) {
        Map<String, String> structured = Map.of("content-type", CloudEventReader.STRUCTURED);
        List<TranslatedMessage> events = new ArrayList<>();
        for (String event : split(request.readText())) {
            events.add(translated(request.message(event, structured), "/" + events.size(), translation));
        }
        return events;
    }

    private List<String> split(String body) {
        try {
            List<String> events = JsonParts.ofArray(body).items();
            if (events.size() > maxEvents) {
                throw RejectedRequest.contentTooLarge("expected up to " + maxEvents + " events in a batch");
            }
            return events;
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private static TranslatedMessage translated(
            ReceivedMessage event, String pointer, CloudEventTranslation translation) {
        try {
            return translation.translate(event, CloudEventReader.read(event));
        } catch (UnmappedException e) {
            String path = pointer + e.path();
            throw RejectedRequest.unreadableBody((path.isEmpty() ? "" : path + ": ") + e.getMessage());
        }
    }

    private static String mediaType(IngestRequest request) {
        return CloudEventReader.mediaType(request.header("Content-Type").orElse(""));
    }
}
