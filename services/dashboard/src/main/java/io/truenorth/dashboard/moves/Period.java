package io.truenorth.dashboard.moves;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A period until now: what was last computed of it, and whether that still holds. Guarded by its keeper. */
public final class Period {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    /** So many times as long as the last computation took there is no other one. */
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

    Period(int days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    Optional<Moves> latest() {
        return latest;
    }

    /**
     * When a period begins: at the midnight (UTC) so many days before the last one, as ledgers know days.
     *
     * @param now epoch ms
     */
    public static long since(int days, long now) {
        return (now / DAY - days) * DAY;
    }

    long since() {
        return since(days, clock.millis());
    }

    /** Whether the stages at its beginning are still what they were. */
    boolean stagesHold() {
        return stagesHold && latest.filter(moves -> moves.since() == since()).isPresent();
    }

    /** Whether the points are still those of now. */
    boolean pointsHold() {
        return pointsHold && stagesHold();
    }

    /**
     * Takes note that something is new.
     *
     * @param earliest when the earliest of it happened, epoch ms
     */
    void noteChange(long earliest) {
        boolean isOfThePast = earliest < since();
        pointsChanged = true;
        pointsHold = false;
        stagesChanged |= isOfThePast;
        stagesHold &= !isOfThePast;
    }

    /** Requests a computation, as a request waits for it. */
    void want() {
        wanted = true;
    }

    /** Whether it is to be computed now: it is wanted, or its day is over. */
    boolean isDue() {
        boolean outdated = latest.filter(moves -> moves.since() == since()).isEmpty();
        return (outdated || (wanted && !pointsHold())) && clock.millis() >= notBefore;
    }

    /** The number of the first computation that knows all that is known now. */
    long next() {
        return began + 1;
    }

    /** Whether the computation of that number has ended, one way or the other. */
    boolean hasEnded(long number) {
        return ended >= number;
    }

    /** A computation begins; what is noted from now on may not be in it. */
    void begin() {
        began++;
        beganAt = clock.millis();
        stagesChanged = false;
        pointsChanged = false;
    }

    /** What was not changed meanwhile holds. */
    void end(Moves moves) {
        latest = Optional.of(moves);
        stagesHold = !stagesChanged;
        pointsHold = !pointsChanged;
        wanted = false;
        ended = began;
        notBefore = clock.millis() + PAUSES * (clock.millis() - beganAt);
    }

    /** It failed, and is tried again a while later. */
    void fail(long pause) {
        wanted = false;
        ended = began;
        notBefore = clock.millis() + pause;
    }
}
