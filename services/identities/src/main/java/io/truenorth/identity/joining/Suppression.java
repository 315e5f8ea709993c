package io.truenorth.identity.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What is kept of an identity that was erased: what is left out of all that comes of it later, and that consent to activation
 * was withdrawn. Consent to scoring that was withdrawn is an erasure that drops later events.
 *
 * @param until when it was erased, epoch ms; events up to then are left out, whenever they come. Where consent to scoring was
 *     given or withdrawn by a request after an erasure that drops later events: the time of that request
 * @param dropsLater whether later events are left out, too
 * @param epoch of the identity since then; 0 if that is not known, as of an import. What is of an earlier epoch came before
 * @param requests the ids of the requests that erased it, the latest last: at most eight
 * @param activationWithdrawnAt when consent to activation was withdrawn, epoch ms; 0 if it was not
 */
public record Suppression(
        long until, boolean dropsLater, long epoch, List<String> requests, long activationWithdrawnAt) {
    private static final int MOST_REQUESTS = 8;
    /** The longest time in which what came before an erasure is still under way. */
    private static final long RECENT_MILLIS = TimeUnit.DAYS.toMillis(1);

    /** Keeps the latest requests. */
    public Suppression {
        requests = List.copyOf(requests.subList(Math.max(0, requests.size() - MOST_REQUESTS), requests.size()));
    }

    /** Creates the suppression of an identity whose consent to activation was not withdrawn. */
    public Suppression(long until, boolean dropsLater, long epoch, List<String> requests) {
        this(until, dropsLater, epoch, requests, 0);
    }

    /** Returns whether an event of the identity is left out, by its time (epoch ms). */
    public boolean covers(long occurredAt) {
        return dropsLater || occurredAt <= until;
    }

    /** Returns whether a request has erased the identity. */
    public boolean isOf(String request) {
        return requests.contains(request);
    }

    /** Returns whether two identities were erased as one customer, and nothing was requested since. */
    public boolean isOfSameErasure(Suppression other) {
        return until == other.until && !requests.isEmpty() && !other.requests.isEmpty() && last().equals(other.last());
    }

    private String last() {
        return requests.get(requests.size() - 1);
    }

    /** Returns whether what came before the erasure may still be under way at a time, epoch ms. */
    boolean isRecent(long now) {
        return now - until < RECENT_MILLIS;
    }

    /** Returns what holds once consent to scoring is given by a request at a time, epoch ms: later events begin anew. */
    public Suppression withScoringGiven(long at) {
        return new Suppression(Math.max(at, until + 1), false, epoch, requests, activationWithdrawnAt);
    }

    /** Returns what holds once consent to scoring is withdrawn at a time, epoch ms: later events are dropped. */
    public Suppression withScoringWithdrawn(long at) {
        return new Suppression(Math.max(at, until), true, epoch, requests, activationWithdrawnAt);
    }

    /** Returns what holds once consent to activation is withdrawn at a time, epoch ms. */
    public Suppression withActivationWithdrawn(long at) {
        return new Suppression(until, dropsLater, epoch, requests, Math.max(at, activationWithdrawnAt));
    }

    /** Returns what holds after both: the later one says what is left out, and what either knows besides is kept. */
    public Suppression and(Suppression other) {
        Suppression later = isAfter(other) ? this : other;
        Suppression earlier = later == this ? other : this;
        List<String> all = new ArrayList<>(Stream.concat(earlier.requests.stream(), later.requests.stream())
                .distinct()
                .toList());
        return new Suppression(
                later.until,
                later.dropsLater,
                Math.max(epoch, other.epoch),
                all,
                Math.max(activationWithdrawnAt, other.activationWithdrawnAt));
    }

    private boolean isAfter(Suppression other) {
        return until > other.until || until == other.until && dropsLater;
    }
}
