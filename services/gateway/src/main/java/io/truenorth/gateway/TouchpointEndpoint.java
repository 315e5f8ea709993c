package io.truenorth.gateway;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.core.instrument.MeterRegistry;
import io.truenorth.gateway.Refusal.Reason;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * {@code POST /v1/touchpoints}: one event, an array of events, or one a line.
 *
 * <p>202 when Kafka has acknowledged every event that keeps the contract, of which there is at least one; the others are
 * listed with their index, path and what was expected. 400 when there is none, or the body cannot be read; 413 and 415 as
 * usual; 503 with {@code Retry-After} while Kafka is away or too much is under way. After a 503 the whole request can be
 * sent again.
 */
final class TouchpointEndpoint implements Endpoints {

    static final String PATH = "/v1/touchpoints";

    private final RequestLimits limits;
    private final BatchReader reader;
    private final TouchpointPublisher publisher;
    private final Clock clock;
    private final Semaphore room;
    private final MemoryBudget memory;
    private final GatewayMeters meters;

    TouchpointEndpoint(
            RequestLimits limits,
            TouchpointMapper mapper,
            TouchpointPublisher publisher,
            Clock clock,
            MeterRegistry registry) {
        this.limits = limits;
        this.reader = new BatchReader(mapper, limits.events());
        this.publisher = publisher;
        this.clock = clock;
        this.room = new Semaphore(limits.requests());
        this.memory = new MemoryBudget(limits.memory());
        this.meters = new GatewayMeters(registry, memory, () -> limits.requests() - room.availablePermits());
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::handle);
    }

    private void handle(Context ctx) throws InterruptedException {
        try {
            if (!room.tryAcquire()) {
                throw Refusal.overloaded();
            }
            try {
                take(ctx);
            } finally {
                room.release();
            }
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.INVALID) {
                meters.refused(refusal.reason(), 1);
            }
            throw refusal;
        }
    }

    /** The memory of the body is held until Kafka has what was made of it. */
    private void take(Context ctx) throws InterruptedException {
        long arrived = System.nanoTime();
        BodyFormat format = format(ctx);
        try (RequestBody body = new RequestBody(limits, memory)) {
            String text = body.read(ctx.bodyInputStream(), header(ctx, "Content-Encoding"));
            Batch batch = reader.read(text, format, clock.millis());
            meters.refused(Reason.INVALID, batch.rejected());
            if (batch.accepted().isEmpty()) {
                throw batch.refusal();
            }
            publisher.publish(batch.accepted());
            meters.accepted(batch.accepted().size(), Duration.ofNanos(System.nanoTime() - arrived));
            Json.answer(ctx, 202, batch.members());
        }
    }

    private static BodyFormat format(Context ctx) {
        return BodyFormat.of(header(ctx, "Content-Type"))
                .orElseThrow(() -> Refusal.unsupportedType(
                        "expected one of " + BodyFormat.MEDIA_TYPES + " in UTF-8 as Content-Type"));
    }

    private static String header(Context ctx, String name) {
        String value = ctx.header(name);
        return value == null ? "" : value.strip();
    }
}
