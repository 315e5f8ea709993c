package io.truenorth.gateway.ingest;

import io.javalin.http.Context;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.schemas.FailedId;

/** One request under way. The memory of its body is held until Kafka has what was made of it. */
public final class IngestRequest implements AutoCloseable {

    private final IngestPipeline intake;
    private final Context ctx;
    private final long receivedAt;
    private final long startedNanos = System.nanoTime();
    private final RequestBody body;

    IngestRequest(IngestPipeline intake, Context ctx, long receivedAt) {
        this.intake = intake;
        this.ctx = ctx;
        this.receivedAt = receivedAt;
        this.body = intake.body();
    }

    /** When the request arrived, epoch ms. */
    public long receivedAt() {
        return receivedAt;
    }

    /**
     * The body, unpacked; to be asked for once.
     *
     * @throws RejectedRequest if it is too large, of another encoding, or broken
     */
    public byte[] bytes() {
        String encoding = ctx.header("Content-Encoding");
        return body.read(ctx.bodyInputStream(), encoding == null ? "" : encoding.strip());
    }

    /**
     * The body as text; to be asked for once.
     *
     * @throws RejectedRequest as {@link #bytes()} does, and if it is no UTF-8
     */
    public String text() {
        return text(bytes());
    }

    /**
     * A body as text.
     *
     * @throws RejectedRequest if it is no UTF-8
     */
    public static String text(byte[] body) {
        return RequestBody.decoded(body);
    }

    /** An empty harvest for what this request holds. */
    public IngestResult harvest(SourceGuard<?> gate) {
        return intake.harvest(gate.sender(), receivedAt);
    }

    /**
     * An empty harvest for something that failed before and is sent again.
     *
     * @param sender who sent it then
     * @param arrivedAt when it arrived then, epoch ms
     * @param failed what it was then
     */
    public IngestResult harvestAgain(Sender sender, long arrivedAt, FailedId failed) {
        return intake.harvestAgain(sender, arrivedAt, failed);
    }

    /** Counts events that are refused and told to who sent them. */
    public void refused(int events) {
        intake.refusedEvents(events);
    }

    /**
     * Stores what was made of the request, and counts it against what the sender may send. Returns when Kafka has it all.
     *
     * @throws RejectedRequest if Kafka or the registry is away; some may be stored then
     */
    public void keep(IngestResult harvest, SourceGuard<?> gate) throws InterruptedException {
        gate.charge(harvest.touchpoints().size()
                + harvest.failed().size()
                + harvest.ignored().size());
        intake.keep(harvest, startedNanos);
    }

    @Override
    public void close() {
        body.close();
    }
}
