package io.truenorth.gateway.ingest;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.truenorth.gateway.admission.MemoryBudget;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.RejectedRequest.Reason;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.schemas.FailedId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Gives each request room, and counts what becomes of it. */
public final class IngestPipeline {

    private final RequestLimits limits;
    private final TouchpointMapper mapper;
    private final Publisher publisher;
    private final Clock clock;
    private final Semaphore room;
    private final MemoryBudget memory;
    private final GatewayMeters meters;

    /** What a channel does with a request that has room. */
    @FunctionalInterface
    public interface Work {
        /** Reads the request, keeps what it holds, and answers. */
        void on(IngestRequest visit) throws InterruptedException;
    }

    /**
     * An intake for all channels of a gateway together.
     *
     * @param mapper holds every event against the contract
     */
    public IngestPipeline(
            RequestLimits limits, TouchpointMapper mapper, Publisher publisher, Clock clock, MeterRegistry registry) {
        this.limits = limits;
        this.mapper = mapper;
        this.publisher = publisher;
        this.clock = clock;
        this.room = new Semaphore(limits.requests());
        this.memory = new MemoryBudget(limits.memory());
        this.meters = new GatewayMeters(registry, memory, () -> limits.requests() - room.availablePermits());
    }

    /**
     * Handles a request.
     *
     * @throws RejectedRequest if it is refused as a whole, which is counted
     */
    public void handle(Context ctx, Work work) throws InterruptedException {
        try {
            if (!room.tryAcquire()) {
                throw RejectedRequest.overloaded();
            }
            try (IngestRequest visit = new IngestRequest(this, ctx, clock.millis())) {
                work.on(visit);
            } finally {
                room.release();
            }
        } catch (RejectedRequest rejection) {
            if (rejection.reason() != Reason.INVALID) {
                meters.refused(rejection.reason(), 1);
            }
            throw rejection;
        }
    }

    /** The body of a request, to be closed when Kafka has what was made of it. */
    RequestBody body() {
        return new RequestBody(limits, memory);
    }

    /**
     * An empty harvest of a sender.
     *
     * @param receivedAt when what it holds arrived, epoch ms
     */
    public IngestResult harvest(Sender sender, long receivedAt) {
        return new IngestResult(mapper, sender, receivedAt, Optional.empty());
    }

    /** An empty harvest of something that a sender sent before. */
    IngestResult harvestAgain(Sender sender, long receivedAt, FailedId failed) {
        return new IngestResult(mapper, sender, receivedAt, Optional.of(failed));
    }

    /**
     * Returns when everything is stored.
     *
     * @param startedNanos when the work on it began, by {@link System#nanoTime}
     * @throws RejectedRequest if Kafka or the registry is away; some may be stored then
     */
    public void keep(IngestResult harvest, long startedNanos) throws InterruptedException {
        publisher.publish(harvest);
        meters.kept(harvest, startedNanos);
    }

    void refusedEvents(int count) {
        meters.refused(Reason.INVALID, count);
    }
}
