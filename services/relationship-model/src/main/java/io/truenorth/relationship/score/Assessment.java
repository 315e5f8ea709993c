package io.truenorth.relationship.score;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One customer at one moment: where they stand, why, and when that changes if nothing more happens.
 *
 * <p>Made by {@link RelationshipScoring#assess}. Not synchronized, and true as long as the ledger is not changed.
 */
public final class Assessment {

    /** Nothing is said of drops more than this far ahead: about three hundred years. */
    private static final long HORIZON = 110_000L * Days.MILLIS;

    /** How often the lower bound is moved on: each step closes a part of the gap to the true moment, and costs. */
    private static final int BOUND_STEPS = 3;

    /** A bound closer than this is not worth a visit: the exact moment is computed instead. */
    private static final long WORTH_A_VISIT = 600_000;

    /** Six contributions are rounded down, each by less than one micro-point; one more is for the last bits. */
    private static final long ROUNDING = 7;

    private final ScoreRules rules;
    private final RelationshipLedger ledger;
    private final DecayedSums sums;
    private final StageReplay replay;
    private final ScoreSnapshot snapshot;

    Assessment(
            ScoreRules rules,
            RelationshipLedger ledger,
            long t,
            DecayedSums sums,
            StageReplay replay,
            Optional<Departure> lastDeparture) {
        this.rules = rules;
        this.ledger = ledger;
        this.sums = sums;
        this.replay = replay;
        this.snapshot = new ScoreSnapshot(
                t,
                sums.score(),
                sums.contributions(),
                sums.advocacyMass(),
                sums.detractorRisk(),
                sums.isDetractor(),
                replay.stage(),
                lastDeparture);
    }

    /** Where the customer stands. */
    public ScoreSnapshot snapshot() {
        return snapshot;
    }

    /** Why: the score split exactly over dimensions, channels and kinds. */
    public Explanation explanation() {
        sums.read(snapshot.asOf());
        return new ExplanationBuilder(rules, snapshot, sums).explain(ledger);
    }

    /**
     * The first moment (epoch ms) at which the score has fewer whole points than now, if nothing more happens; exact to
     * the millisecond. Nothing if there is no whole point to lose, or not within three hundred years.
     */
    public OptionalLong nextDropOfWholePoints() {
        long whole = snapshot.score() - snapshot.score() % POINT;
        return whole == 0 ? OptionalLong.empty() : firstWithout(() -> sums.score() >= whole);
    }

    /**
     * The first moment (epoch ms) at which the stage no longer holds, if nothing more happens; exact to the millisecond.
     * Nothing if the stage is unknown, or not within three hundred years.
     */
    public OptionalLong nextFallOfStage() {
        Stage stage = snapshot.stage();
        return stage == Stage.UNKNOWN ? OptionalLong.empty() : firstWithout(() -> replay.holds(stage, sums));
    }

    /**
     * The first moment (epoch ms) at which the customer is no detractor any more, if nothing more happens; exact to the
     * millisecond. Nothing if they are none, or not within three hundred years.
     */
    public OptionalLong nextEndOfDetractor() {
        return snapshot.detractor() ? firstWithout(sums::isDetractor) : OptionalLong.empty();
    }

    /**
     * The first moment (epoch ms) at which whole points, the stage or the detractor flag fall, if nothing more happens;
     * exact to the millisecond. Nothing if nothing can fall, or not within three hundred years.
     */
    public OptionalLong nextFall() {
        return Stream.of(nextDropOfWholePoints(), nextFallOfStage(), nextEndOfDetractor())
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /**
     * A lower bound (epoch ms) of {@link #nextFall}, at a small part of its cost: before it, nobody needs to look at this
     * customer again. It lies after the moment of the assessment. Who looks then and finds that nothing fell asks for the
     * exact moment.
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
     * Moves forward by the time that the score, falling as fast as its shortest half-life, would need to reach its floor,
     * and again from there. Every sum keeps at least the share s = 2^(−Δ/h) of itself, and so does every dimension, as
     * {@code sat(s·x, k) ≥ s·sat(x, k)}.
     */
    private long boundOfFall() {
        long floor = floorOfScore() + ROUNDING;
        long moment = snapshot.asOf();
        for (int step = 0; step < BOUND_STEPS; step++) {
            sums.read(moment);
            long ahead = Math.min(
                    timeToFall((double) sums.score(), (double) floor, rules.shortestHalfLife),
                    snapshot.stage() == Stage.ADVOCATE ? timeToLoseAdvocacy() : HORIZON);
            moment += ahead;
            if (ahead < WORTH_A_VISIT || moment - snapshot.asOf() >= HORIZON) {
                break;
            }
        }
        return moment;
    }

    /** What was said decays by one half-life alone, so this is the very moment, less a millisecond. */
    private long boundOfEndOfDetractor() {
        if (!snapshot.detractor()) {
            return Long.MAX_VALUE;
        }
        sums.read(snapshot.asOf());
        return snapshot.asOf()
                + timeToFall(
                        1, sums.shareThatKeepsADetractor(), rules.model.risk().halfLife());
    }

    /** The score below which whole points or the stage fall, whichever comes first. */
    private long floorOfScore() {
        long whole = snapshot.score() - snapshot.score() % POINT;
        return Math.max(whole, replay.keptFrom(snapshot.stage()));
    }

    /** The mass of advocacy decays by its own half-life alone, so this is its very moment, less a millisecond. */
    private long timeToLoseAdvocacy() {
        double limit = rules.model.stages().advocacy().massDown();
        return limit == 0 ? HORIZON : timeToFall(sums.advocacyMass(), limit, rules.advocacy.halfLife);
    }

    private static long timeToFall(double from, double to, long halfLife) {
        if (from <= to) {
            return 0;
        }
        double time = halfLife * StrictMath.log(from / to) / StrictMath.log(2);
        return Math.max(0, (long) Math.min(time, HORIZON) - 1);
    }

    /** The first moment after now at which something does not hold any more that, once lost, stays lost. */
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
        sums.read(t);
        return holds.getAsBoolean();
    }
}
