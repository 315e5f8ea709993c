package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Admits the requests of one source, within its rate limit and from the origins that it lists.
 *
 * @param <S> the source as its endpoint uses it
 */
public final class SourceGuard<S> {

    private final S source;
    private final Sender sender;
    private final Optional<RateLimit> limit;

    SourceGuard(S source, Sender sender, LongSupplier nanos) {
        this.source = source;
        this.sender = sender;
        this.limit = sender.limit().map(rate -> new RateLimit(rate.perSecond(), rate.burst(), nanos));
    }

    /** The source. */
    public S source() {
        return source;
    }

    /** The sender of the source. */
    public Sender sender() {
        return sender;
    }

    /**
     * Admits a request.
     *
     * @throws RejectedRequest 403 if a browser sends it from an origin that the source does not list; 429 if the source has used
     *     up its rate limit
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

    /** Charges events that were stored to the rate limit. */
    public void charge(int events) {
        limit.ifPresent(rate -> rate.charge(events));
    }
}
