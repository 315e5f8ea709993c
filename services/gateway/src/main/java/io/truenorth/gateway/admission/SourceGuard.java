package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets the requests of one source in, as many as it may send and from where it may.
 *
 * @param <S> the source as its channel runs it
 */
public final class SourceGuard<S> {

    private final S source;
    private final Sender sender;
    private final Optional<RateLimit> limit;

    SourceGuard(S source, Sender sender, LongSupplier nanos) {
        this.source = source;
        this.sender = sender;
        this.limit = sender.limit().map(some -> new RateLimit(some.perSecond(), some.burst(), nanos));
    }

    /** The source that comes through it. */
    public S source() {
        return source;
    }

    /** Who that is, and what it may do. */
    public Sender sender() {
        return sender;
    }

    /**
     * Lets a request in.
     *
     * @throws RejectedRequest 403 if a browser sends it from a page that the sender does not list; 429 if the sender has sent too much
     */
    public void admit(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin != null && !sender.listsOrigin(origin)) {
            throw RejectedRequest.originNotAllowed(sender.name());
        }
        long wait = limit.map(RateLimit::secondsToWait).orElse(0L);
        if (wait > 0) {
            throw RejectedRequest.rateLimited(sender.name(), wait);
        }
    }

    /** Counts the events of a request that was let in. */
    public void charge(int events) {
        limit.ifPresent(some -> some.take(events));
    }
}
