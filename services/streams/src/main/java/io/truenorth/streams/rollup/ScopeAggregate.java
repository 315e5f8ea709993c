package io.truenorth.streams.rollup;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.HashMap;
import java.util.Map;

/**
 * Integer sums of one scope, or a difference of such sums: what is added for one customer is what is taken away when that
 * customer's next score is published. Sums never forget; moves are those of the day of {@link #at()}.
 *
 * <p>Mutable, for one thread.
 */
public final class ScopeAggregate {
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final long NEVER = Long.MIN_VALUE;

    final long[] stages = new long[Stage.values().length];
    final long[] contributions = new long[DIMENSIONS.length];
    final Map<Integer, Long> histogram = new HashMap<>();
    final Map<StageStep, Long> stageMoves = new HashMap<>();
    final Map<ChannelAndKind, PointsMoved> pointsMoves = new HashMap<>();
    long detractors;
    long wholePoints;
    long at = NEVER;

    /** An empty aggregate. */
    public ScopeAggregate() {}

    /** An aggregate of the differences that a score of that moment (epoch ms) makes. */
    public ScopeAggregate(long at) {
        this.at = at;
    }

    /** Adds a customer as published, or takes one away. */
    public void addCustomer(Stage stage, boolean detractor, Contributions published, int sign) {
        int points = Math.toIntExact(published.sum() / ScoreSnapshot.POINT);
        stages[stage.ordinal()] += sign;
        detractors += detractor ? sign : 0;
        wholePoints += (long) sign * points;
        addTo(histogram, points, sign);
        addContributions(published, sign);
    }

    /** Adds contributions alone, or takes them away. */
    public void addContributions(Contributions published, int sign) {
        for (Dimension dimension : DIMENSIONS) {
            contributions[dimension.ordinal()] += sign * published.of(dimension);
        }
    }

    /** Counts a move between two stages. */
    public void addStageMove(Stage from, Stage to) {
        stageMoves.merge(new StageStep(from, to), 1L, Long::sum);
    }

    /** Counts micro-points gained (above 0) or lost (below 0) by a channel and kind. */
    public void addPoints(ChannelAndKind where, long microPoints) {
        movedAt(where).add(microPoints);
    }

    /**
     * Adds a difference. Of a later day, its moves replace ours; of an earlier day (it was under way at midnight), its
     * moves are not counted any more.
     */
    public void add(ScopeAggregate difference) {
        for (int i = 0; i < stages.length; i++) {
            stages[i] += difference.stages[i];
        }
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] += difference.contributions[i];
        }
        difference.histogram.forEach((points, count) -> addTo(histogram, points, count));
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

    /** Notes that a later moment of scoring is in it, epoch ms. */
    public void reach(long moment) {
        at = Math.max(at, moment);
    }

    /** Whether adding this would change nothing. */
    public boolean isZero() {
        return detractors == 0
                && wholePoints == 0
                && histogram.isEmpty()
                && stageMoves.isEmpty()
                && pointsMoves.isEmpty()
                && allZero(stages)
                && allZero(contributions);
    }

    /** The latest moment of scoring that is in it, epoch ms. */
    public long at() {
        return at;
    }

    /** The epoch day (UTC) that the moves are of. */
    public int day() {
        return Days.of(at);
    }

    /** How many customers are in the scope. */
    public long customers() {
        long customers = 0;
        for (long count : stages) {
            customers += count;
        }
        return customers;
    }

    private static void addTo(Map<Integer, Long> counts, int key, long more) {
        counts.merge(key, more, (was, plus) -> was + plus == 0 ? null : was + plus);
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
