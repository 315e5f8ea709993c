package io.truenorth.dashboard.moves;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The cached result for a period up to now, and whether it is still valid. Guarded by the lock of the cache. */
public final class Period {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    /** The minimum pause between computations, as a multiple of the duration of the last one. */
    private static final int PAUSES = 2;

    private final int days;
    private final Clock clock;
    private Optional<Moves> latest = Optional.empty();
    private boolean stagesHold;
    private boolean pointsHold;
    private boolean stagesChanged;
    private boolean pointsChanged;
    private boolean wanted;
    private long began;
    private long ended;
    private long beganAt;
    private long notBefore;
    private final Set<String> forgotten = new HashSet<>();

    Period(int days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    Optional<Moves> latest() {
        return latest;
    }

    /**
     * The start of a period: the midnight (UTC) that number of days before the last one, as ledgers have a resolution of days.
     *
     * @param now epoch ms
     */
    public static long since(int days, long now) {
        return (now / DAY - days) * DAY;
    }

    long since() {
        return since(days, clock.millis());
    }

    /** Whether the cached stages at its start are valid. */
    boolean stagesHold() {
        return stagesHold && latest.filter(moves -> moves.since() == since()).isPresent();
    }

    /** Whether the cached points are current. */
    boolean pointsHold() {
        return pointsHold && stagesHold();
    }

    /**
     * Marks the result as outdated by a change.
     *
     * @param earliest the earliest time affected by the change, epoch ms
     */
    void noteChange(long earliest) {
        boolean isOfThePast = earliest < since();
        pointsChanged = true;
        pointsHold = false;
        stagesChanged |= isOfThePast;
        stagesHold &= !isOfThePast;
    }

    /** Requests a computation. */
    void want() {
        wanted = true;
    }

    /** Whether a computation is due: it was requested, or the day has ended. */
    boolean isDue() {
        boolean outdated = latest.filter(moves -> moves.since() == since()).isEmpty();
        return (outdated || (wanted && !pointsHold())) && clock.millis() >= notBefore;
    }

    /** The number of the first computation that includes all changes so far. */
    long next() {
        return began + 1;
    }

    /** Whether the computation with that number has ended, successfully or not. */
    boolean hasEnded(long number) {
        return ended >= number;
    }

    /** Starts a computation, which may not include later changes. */
    void begin() {
        began++;
        beganAt = clock.millis();
        stagesChanged = false;
        pointsChanged = false;
        forgotten.clear();
    }

    /** Deletes a customer from the result, and from that of the computation that is running. */
    void forget(String customer) {
        if (began > ended) {
            forgotten.add(customer);
        }
        latest.ifPresent(moves -> moves.forget(customer));
    }

    /** Ends a computation. Its result is valid unless there were changes meanwhile. */
    void end(Moves moves) {
        forgotten.forEach(moves::forget);
        latest = Optional.of(moves);
        forgotten.clear();
        stagesHold = !stagesChanged;
        pointsHold = !pointsChanged;
        wanted = false;
        ended = began;
        notBefore = clock.millis() + PAUSES * (clock.millis() - beganAt);
    }

    /** Ends a failed computation, which is retried after a pause. */
    void fail(long pause) {
        wanted = false;
        ended = began;
        notBefore = clock.millis() + pause;
    }
}
