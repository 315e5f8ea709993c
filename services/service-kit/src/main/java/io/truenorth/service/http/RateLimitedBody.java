package io.truenorth.service.http;

import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body must arrive at a minimum rate, as it holds a thread meanwhile. Only the time spent waiting
 * for the client counts, after a grace period: Jetty's own minimum rate counts every pause since the first byte and
 * rejects even a body of two bytes that is read three milliseconds later.
 */
final class RateLimitedBody extends Request.Wrapper {
    private static final long LEAST_BYTES_PER_SECOND = 1024;
    private static final long GRACE_SECONDS = 5;
    private static final long NANOS = 1_000_000_000;

    private long arrived;
    private long waitedNanos;
    private @Nullable Throwable tooSlow;

    RateLimitedBody(Request request) {
        super(request);
    }

    @Override
    @SuppressWarnings("NullAway") // Jetty says by null that there is nothing yet.
    public Content.@Nullable Chunk read() {
        if (tooSlow != null) {
            return Content.Chunk.from(tooSlow);
        }
        Content.Chunk chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        arrived += chunk.remaining();
        boolean isWhole = chunk.isLast() || arrived == getLength();
        if (isWhole || !isTooSlow()) {
            return chunk;
        }
        chunk.release();
        tooSlow = new BadMessageException(
                HttpStatus.REQUEST_TIMEOUT_408, "request body slower than " + LEAST_BYTES_PER_SECOND + " bytes/s");
        return Content.Chunk.from(tooSlow);
    }

    private boolean isTooSlow() {
        return waitedNanos > GRACE_SECONDS * NANOS && arrived < LEAST_BYTES_PER_SECOND * (waitedNanos / NANOS);
    }

    @Override
    public void demand(Runnable onAvailable) {
        if (arrived == 0) {
            super.demand(onAvailable);
            return;
        }
        long asked = System.nanoTime();
        super.demand(Invocable.from(Invocable.getInvocationType(onAvailable), () -> {
            waitedNanos += System.nanoTime() - asked;
            onAvailable.run();
        }));
    }
}
