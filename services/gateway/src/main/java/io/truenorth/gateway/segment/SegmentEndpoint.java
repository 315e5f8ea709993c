package io.truenorth.gateway.segment;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.Gate;
import io.truenorth.gateway.admission.WriteKey;
import io.truenorth.gateway.intake.Harvest;
import io.truenorth.gateway.intake.Intake;
import io.truenorth.gateway.intake.SourceChannel;
import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.intake.Visit;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The HTTP API of Segment: {@code POST /v1/track}, {@code identify}, {@code page}, {@code screen}, {@code group}, {@code
 * alias}, {@code batch} and {@code import}, with the write key as the user of basic authorization or as {@code writeKey} in the
 * body.
 *
 * <p>200 when Kafka has acknowledged everything: touchpoints, and the messages that cannot become any on {@code
 * touchpoints-failed}, as Segment too answers so. 400 if the body is no JSON or larger than 32 KB for a message and 500 KB for
 * a batch; 401, 403, 429 and 503 as everywhere. The libraries of Segment try again after 429 and 5xx
 * and never after 400, so that parameters which a library adds to the address are let be.
 */
public final class SegmentEndpoint implements Endpoints {

    /** What sources of messages say that they speak. */
    public static final String CHANNEL = "segment";

    private final Admission<SourceChannel> admission;
    private final Intake intake;

    /** The endpoint of some sources. */
    public SegmentEndpoint(Admission<SourceChannel> admission, Intake intake) {
        this.admission = admission;
        this.intake = intake;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        for (MessageType type : MessageType.values()) {
            post(routes, type.toString(), body -> SegmentRequest.ofMessage(type, body));
        }
        post(routes, "batch", SegmentRequest::ofBatch);
        post(routes, "import", SegmentRequest::ofBatch);
    }

    private void post(JavalinDefaultRoutingApi routes, String name, Function<String, SegmentRequest> reading) {
        routes.post(
                "/v1/" + name,
                ctx -> intake.handle(ctx, visit -> take(ctx, visit, reading)),
                Access.OPEN,
                QueryParameters.any());
    }

    private void take(Context ctx, Visit visit, Function<String, SegmentRequest> reading) throws InterruptedException {
        SegmentRequest request = reading.apply(visit.text());
        Optional<String> key = WriteKey.of(ctx).or(request::writeKey);
        Gate<SourceChannel> gate = admission.holderOf(key, ctx);
        visit.keep(harvest(request, gate.source().translation(), visit.harvest(gate)), gate);
        Json.answer(ctx, 200, Map.of("success", true));
    }

    private static Harvest harvest(SegmentRequest request, Translation translation, Harvest harvest) {
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
