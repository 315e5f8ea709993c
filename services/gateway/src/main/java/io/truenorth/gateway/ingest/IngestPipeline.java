package io.truenorth.gateway.ingest;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.RejectedRequest.Reason;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.ingest.RequestBody.MemoryBudget;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.schemas.FailedId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** The way of every request: within the limits of the gateway, through translation and validation, to Kafka. */
public final class IngestPipeline {

    private final RequestLimits limits;
    private final MessageTranslator translator;
    private final Publisher publisher;
    private final Clock clock;
    private final Semaphore slots;
    private final MemoryBudget memory;
    private final GatewayMeters meters;

    /**
     * A source of the configuration.
     *
     * @param <T> its protocol's translation
     * @param sender its identity and permissions
     * @param translation how its messages are translated
     */
    public record ConfiguredSource<T extends Translation>(Sender sender, T translation) {}

    /** Handles the requests of an endpoint. */
    @FunctionalInterface
    public interface RequestHandler {
        /** Reads the request, stores what it holds, and answers. */
        void handle(IngestRequest request) throws InterruptedException;
    }

    /** A pipeline that all endpoints of a gateway share. */
    public IngestPipeline(
            RequestLimits limits,
            TouchpointValidator validator,
            Publisher publisher,
            Clock clock,
            MeterRegistry registry) {
        this.limits = limits;
        this.translator = new MessageTranslator(validator);
        this.publisher = publisher;
        this.clock = clock;
        this.slots = new Semaphore(limits.requests());
        this.memory = new MemoryBudget(limits.memory());
        this.meters = new GatewayMeters(registry, memory, () -> limits.requests() - slots.availablePermits());
    }

    /**
     * Handles a request.
     *
     * @throws RejectedRequest if it is rejected as a whole, which is counted
     */
    public void handle(Context ctx, RequestHandler handler) throws InterruptedException {
        try {
            if (!slots.tryAcquire()) {
                throw RejectedRequest.overloaded();
            }
            try (IngestRequest request =
                    new IngestRequest(this, ctx, clock.millis(), new RequestBody(limits, memory))) {
                handler.handle(request);
            } finally {
                slots.release();
            }
        } catch (RejectedRequest rejected) {
            if (rejected.reason() != Reason.INVALID) {
                meters.rejected(rejected.reason(), 1);
            }
            throw rejected;
        }
    }

    /** Translates and validates messages of a source. */
    public IngestResult translate(ConfiguredSource<?> source, List<ReceivedMessage> messages) {
        return translator.translate(source.sender(), source.translation(), messages);
    }

    /** Validates messages of a sender that are translated already. */
    public IngestResult validate(Sender sender, Stream<TranslatedMessage> messages) {
        return translator.validate(sender, messages);
    }

    /**
     * Returns when everything is stored.
     *
     * @param startedNanos when the work on it began, by {@link System#nanoTime}
     * @return the names of what was stored as failed, in its order
     * @throws RejectedRequest if Kafka or the registry is unavailable; some records may be stored then
     */
    public List<FailedId> store(IngestResult result, long startedNanos) throws InterruptedException {
        List<FailedId> failed = publisher.publish(result);
        meters.stored(result, startedNanos);
        return failed;
    }

    void countInvalid(int events) {
        meters.rejected(Reason.INVALID, events);
    }
}
