package io.truenorth.streams.rollup;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.HashMap;
import java.util.Map;

/**
 * The aggregate of one scope, or a difference of aggregates: what was added for a customer is subtracted when that
 * customer's next score is published. Sums are cumulative; moves are those of the day of {@link #at()}.
 *
 * <p>Mutable; not thread-safe.
 */
public final class ScopeAggregate {
    private static final Dimension[] DIMENSIONS = Dimension.values();
    static final int MOST_POINTS = 100;
    private static final long NEVER = Long.MIN_VALUE;

    final long[] stages = new long[Stage.values().length];
    final long[] contributions = new long[DIMENSIONS.length];
    /** Customers by whole points, 0 to 100. */
    final long[] histogram = new long[MOST_POINTS + 1];

    final Map<StageStep, Long> stageMoves = new HashMap<>();
    final Map<ChannelAndKind, PointsMoved> pointsMoves = new HashMap<>();
    long detractors;
    long wholePoints;
    long at = NEVER;

    /** Creates an empty aggregate. */
    public ScopeAggregate() {}

    /** Creates an empty difference for scores of a time (epoch ms). */
    public ScopeAggregate(long at) {
        this.at = at;
    }

    /** Adds or subtracts a customer as published. */
    public void addCustomer(Stage stage, boolean detractor, Contributions published, int sign) {
        int points = Math.toIntExact(published.sum() / ScoreSnapshot.POINT);
        stages[stage.ordinal()] += sign;
        detractors += detractor ? sign : 0;
        wholePoints += (long) sign * points;
        histogram[points] += sign;
        addContributions(published, sign);
    }

    /** Adds or subtracts contributions only. */
    public void addContributions(Contributions published, int sign) {
        for (Dimension dimension : DIMENSIONS) {
            contributions[dimension.ordinal()] += sign * published.of(dimension);
        }
    }

    /** Counts a move between two stages. */
    public void addStageMove(Stage from, Stage to) {
        stageMoves.merge(new StageStep(from, to), 1L, Long::sum);
    }

    /** Adds micro-points gained (above 0) or lost (below 0) by a channel and kind. */
    public void addPoints(ChannelAndKind where, long microPoints) {
        movedAt(where).add(microPoints);
    }

    /**
     * Adds a difference. If it is of a later day, its moves replace the current ones; if it is of an earlier day (as
     * around midnight), its moves are ignored.
     */
    public void add(ScopeAggregate difference) {
        for (int i = 0; i < stages.length; i++) {
            stages[i] += difference.stages[i];
        }
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] += difference.contributions[i];
        }
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += difference.histogram[i];
        }
        detractors += difference.detractors;
        wholePoints += difference.wholePoints;
        addMoves(difference);
        reach(difference.at);
    }

    private void addMoves(ScopeAggregate difference) {
        if (at == NEVER || difference.day() > day()) {
            stageMoves.clear();
            pointsMoves.clear();
        }
        if (at == NEVER || difference.day() >= day()) {
            difference.stageMoves.forEach((step, count) -> stageMoves.merge(step, count, Long::sum));
            difference.pointsMoves.forEach((where, moved) -> movedAt(where).add(moved));
        }
    }

    private PointsMoved movedAt(ChannelAndKind where) {
        return pointsMoves.computeIfAbsent(where, first -> new PointsMoved());
    }

    /** Advances the time of the aggregate, epoch ms. */
    public void reach(long moment) {
        at = Math.max(at, moment);
    }

    /** Returns whether adding this would have no effect. */
    public boolean isZero() {
        return detractors == 0
                && wholePoints == 0
                && stageMoves.isEmpty()
                && pointsMoves.isEmpty()
                && allZero(histogram)
                && allZero(stages)
                && allZero(contributions);
    }

    /** Returns the latest time of a score included, epoch ms. */
    public long at() {
        return at;
    }

    /** Returns the epoch day (UTC) of the moves. */
    public int day() {
        return Days.of(at);
    }

    /** Returns the number of customers in the scope. */
    public long customers() {
        long customers = 0;
        for (long count : stages) {
            customers += count;
        }
        return customers;
    }

    private static boolean allZero(long[] values) {
        for (long value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
