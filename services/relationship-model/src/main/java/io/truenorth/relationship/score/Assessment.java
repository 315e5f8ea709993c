package io.truenorth.relationship.score;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The score and stage of one customer at one time, with their explanation and the times at which they fall without
 * further events.
 *
 * <p>Created by {@link RelationshipScoring#assess}. Not thread-safe.
 */
public final class Assessment {

    /** The limit of forecasts: about 300 years. */
    private static final long HORIZON = 110_000L * Days.MILLIS;

    /** The number of steps towards the exact time; each step tightens the lower bound, at a cost. */
    private static final int BOUND_STEPS = 3;

    /** If a lower bound is closer than this (ms), the exact time is computed instead of scheduling a rescore. */
    private static final long WORTH_A_VISIT = 600_000;

    /** Each contribution is rounded down by less than one micro-point; one more allows for floating-point error. */
    static final long ROUNDING = Dimension.values().length + 1L;

    private static final double LOG_2 = StrictMath.log(2);

    private final ScoreRules rules;
    final LedgerReplay replay;
    private final ScoreReading reading;
    private final ScoreSnapshot snapshot;
    private long timeRead = Long.MIN_VALUE;

    /** Reads the score at a time (epoch ms) not before the start of the last day replayed. */
    Assessment(ScoreRules rules, LedgerReplay replay, long t) {
        this.rules = rules;
        this.replay = replay;
        this.reading = replay.reading;
        readAt(t);
        replay.stages.fall(reading);
        this.snapshot = new ScoreSnapshot(
                t,
                reading.score(),
                reading.contributions(),
                reading.advocacyMass(),
                reading.detractorRisk(),
                reading.isDetractor(),
                replay.stages.stage(),
                replay.departures.last());
    }

    /** Returns the score and stage. */
    public ScoreSnapshot snapshot() {
        return snapshot;
    }

    /** Returns the score split exactly over dimensions, channels and kinds. */
    public Explanation explanation() {
        readAt(snapshot.asOf());
        List<KindContribution> kinds = new ScoreSplit(rules, replay.sums.slots, reading).of(snapshot.contributions());
        return new Explanation(snapshot, kinds, reading.advocacyMassBySubject());
    }

    /** Returns the number of touches until the time of this assessment. */
    public TouchTotals totals() {
        return replay.totals;
    }

    /**
     * Returns the first time (epoch ms) at which the score has fewer whole points than now, without further events;
     * exact to the millisecond. Empty if there is no whole point to lose, or not within 300 years.
     */
    public OptionalLong nextDropOfWholePoints() {
        long whole = snapshot.score() - snapshot.score() % POINT;
        return whole == 0 ? OptionalLong.empty() : firstWithout(() -> reading.score() >= whole);
    }

    /**
     * Returns the first time (epoch ms) at which the stage is lost, without further events; exact to the millisecond.
     * Empty if the stage is unknown, or not within 300 years.
     */
    public OptionalLong nextFallOfStage() {
        Stage stage = snapshot.stage();
        return stage == Stage.UNKNOWN ? OptionalLong.empty() : firstWithout(() -> replay.stages.holds(stage, reading));
    }

    /**
     * Returns the first time (epoch ms) at which the customer is no longer a detractor, without further events; exact
     * to the millisecond. Empty if the customer is not a detractor, or not within 300 years.
     */
    public OptionalLong nextEndOfDetractor() {
        return snapshot.detractor() ? firstWithout(reading::isDetractor) : OptionalLong.empty();
    }

    /**
     * Returns the first time (epoch ms) at which a whole point, the stage or the detractor flag is lost, without
     * further events; exact to the millisecond. Empty if nothing can fall, or not within 300 years.
     */
    public OptionalLong nextFall() {
        return Stream.of(nextDropOfWholePoints(), nextFallOfStage(), nextEndOfDetractor())
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /**
     * Returns a lower bound (epoch ms) of {@link #nextFall}, at a fraction of its cost: the customer need not be
     * rescored before it. It lies after the time of this assessment. If a rescore finds that nothing has fallen, its next
     * due time should be the exact one.
     */
    public OptionalLong dueNoEarlierThan() {
        if (snapshot.score() == 0 && !snapshot.detractor()) {
            return OptionalLong.empty();
        }
        long bound = Math.min(boundOfEndOfDetractor(), snapshot.score() == 0 ? Long.MAX_VALUE : boundOfFall());
        if (bound - snapshot.asOf() >= HORIZON) {
            return OptionalLong.empty();
        }
        return bound - snapshot.asOf() >= WORTH_A_VISIT ? OptionalLong.of(bound) : nextFall();
    }

    /**
     * Advances by the time the score would need to reach its floor if it fell at its shortest half-life, and repeats
     * from there, or from shortly before, at a time whose weights are at hand. Every sum keeps at least the share s = 2^(−Δ/h) of itself, and so does every dimension, as {@code
     * sat(s·x, k) ≥ s·sat(x, k)}.
     */
    private long boundOfFall() {
        long floor = floorOfScore() + ROUNDING;
        long moment = snapshot.asOf();
        long bound = moment;
        for (int step = 0; step < BOUND_STEPS; step++) {
            readAt(moment);
            bound = moment
                    + Math.min(
                            timeToFall((double) reading.score(), (double) floor, rules.shortestHalfLife),
                            snapshot.stage() == Stage.ADVOCATE ? timeToLoseAdvocacy() : HORIZON);
            if (bound - moment < WORTH_A_VISIT || bound - snapshot.asOf() >= HORIZON) {
                break;
            }
            moment = ScoreRules.atHand(bound);
        }
        return bound;
    }

    /** Positive and negative touches decay by one half-life, so this is the exact time, less one millisecond. */
    private long boundOfEndOfDetractor() {
        if (!snapshot.detractor()) {
            return Long.MAX_VALUE;
        }
        readAt(snapshot.asOf());
        return snapshot.asOf()
                + timeToFall(
                        1,
                        reading.shareThatKeepsADetractor(),
                        rules.model.risk().halfLife());
    }

    /** The score below which a whole point or the stage is lost, whichever comes first. */
    private long floorOfScore() {
        long whole = snapshot.score() - snapshot.score() % POINT;
        return Math.max(whole, rules.keptFrom(snapshot.stage()));
    }

    /** Advocacy mass decays by a single half-life, so this is the exact time, less one millisecond. */
    private long timeToLoseAdvocacy() {
        double limit = rules.model.stages().advocacy().massDown();
        return limit == 0 ? HORIZON : timeToFall(reading.advocacyMass(), limit, rules.advocacy.halfLife);
    }

    private static long timeToFall(double from, double to, long halfLife) {
        if (from <= to) {
            return 0;
        }
        double time = halfLife * StrictMath.log(from / to) / LOG_2;
        return Math.max(0, (long) Math.min(time, HORIZON) - 1);
    }

    /**
     * Returns the first time after now at which a condition no longer holds; a condition, once lost, must stay lost.
     */
    private OptionalLong firstWithout(BooleanSupplier holds) {
        long with = snapshot.asOf();
        long step = Days.MILLIS;
        while (holdsAt(with + step, holds)) {
            with += step;
            step *= 2;
            if (with - snapshot.asOf() > HORIZON) {
                return OptionalLong.empty();
            }
        }
        long without = with + step;
        while (without - with > 1) {
            long middle = with + (without - with) / 2;
            if (holdsAt(middle, holds)) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return OptionalLong.of(without);
    }

    private boolean holdsAt(long t, BooleanSupplier holds) {
        readAt(t);
        return holds.getAsBoolean();
    }

    private void readAt(long t) {
        if (t != timeRead) {
            reading.read(t);
            timeRead = t;
        }
    }
}
