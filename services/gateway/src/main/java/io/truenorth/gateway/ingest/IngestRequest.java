package io.truenorth.gateway.ingest;

import io.javalin.http.Context;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.SourceGuard;
import io.truenorth.schemas.FailedId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request in progress. The memory of its body stays reserved until the request is closed, which is after Kafka has
 * acknowledged what was made of it.
 */
public final class IngestRequest implements AutoCloseable {

    private final IngestPipeline pipeline;
    private final Context ctx;
    private final long receivedAt;
    private final long startedNanos = System.nanoTime();
    private final RequestBody body;

    IngestRequest(IngestPipeline pipeline, Context ctx, long receivedAt, RequestBody body) {
        this.pipeline = pipeline;
        this.ctx = ctx;
        this.receivedAt = receivedAt;
        this.body = body;
    }

    /** The request of HTTP. */
    public Context ctx() {
        return ctx;
    }

    /** When the request arrived, epoch ms. */
    public long receivedAt() {
        return receivedAt;
    }

    /**
     * Reads the body and unpacks it.
     *
     * @throws RejectedRequest if it is too large, of another encoding, or broken
     */
    public byte[] readBytes() {
        String encoding = Optional.ofNullable(ctx.header("Content-Encoding")).orElse("");
        return body.read(ctx.bodyInputStream(), encoding.strip());
    }

    /**
     * Reads the body as text.
     *
     * @throws RejectedRequest as {@link #readBytes()} does, and if it is not UTF-8
     */
    public String readText() {
        return decode(readBytes());
    }

    /**
     * A body as text.
     *
     * @throws RejectedRequest if it is not UTF-8
     */
    public static String decode(byte[] body) {
        return RequestBody.decode(body);
    }

    /** A message that arrived with this request. */
    public ReceivedMessage message(String text, Map<String, String> headers) {
        return new ReceivedMessage(text, headers, receivedAt);
    }

    /**
     * A message of any content type.
     *
     * @param receivedAt when it arrived, epoch ms
     * @throws RejectedRequest if it is no form, and not UTF-8
     */
    public static ReceivedMessage message(byte[] body, Map<String, String> headers, long receivedAt) {
        ReceivedMessage empty = new ReceivedMessage("", headers, receivedAt);
        return empty.withBody(empty.isForm() ? new String(body, StandardCharsets.ISO_8859_1) : decode(body));
    }

    /** A header by its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(ctx.header(name));
    }

    /** Counts events that are rejected in the answer. */
    public void countInvalid(int events) {
        pipeline.countInvalid(events);
    }

    /**
     * Stores what was made of the request, and charges it to the rate limit of the sender once it is stored: a sender that has to
     * repeat its requests while Kafka is unavailable does not use up its limit. Returns when Kafka has acknowledged everything.
     *
     * @return the names of what was stored as failed, in its order
     * @throws RejectedRequest if Kafka or the registry is unavailable; some records may be stored then
     */
    public List<FailedId> store(IngestResult result, SourceGuard<?> guard) throws InterruptedException {
        List<FailedId> failed = pipeline.store(result, startedNanos);
        guard.charge(result.stored());
        return failed;
    }

    @Override
    public void close() {
        body.close();
    }
}
