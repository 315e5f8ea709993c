package io.truenorth.streams.rollup;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.PointsMove;
import io.truenorth.contract.StageCounts;
import io.truenorth.contract.StageMove;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.ScopeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Maps the aggregate of a scope to the contract's snapshot. */
final class SnapshotMapping {

    private final String modelId;
    private final int modelVersion;

    SnapshotMapping(String modelId, int modelVersion) {
        this.modelId = modelId;
        this.modelVersion = modelVersion;
    }

    AdvocacySnapshot map(String scope, ScopeAggregate sums) {
        long customers = sums.customers();
        AdvocacySnapshot snapshot = new AdvocacySnapshot();
        snapshot.setScope(scope);
        snapshot.setParent(ScopeNames.parent(scope).orElse(null));
        snapshot.setAt(sums.at);
        snapshot.setCustomers(customers);
        snapshot.setStages(stages(sums));
        snapshot.setDetractors(sums.detractors);
        snapshot.setNetAdvocacyIndex(netAdvocacyIndex(sums, customers));
        snapshot.setWholePoints(sums.wholePoints);
        snapshot.setContributions(contributions(sums));
        snapshot.setPointsHistogram(ScopeNames.countsCustomers(scope) ? histogram(sums) : List.of());
        snapshot.setDay(sums.day());
        snapshot.setStageMoves(stageMoves(sums));
        snapshot.setPointsMoves(pointsMoves(sums));
        snapshot.setModelId(modelId);
        snapshot.setModelVersion(modelVersion);
        return snapshot;
    }

    /** Returns (advocates - detractors) in percent of all customers in the scope, in any stage. */
    private static double netAdvocacyIndex(ScopeAggregate sums, long customers) {
        long net = sums.stages[Stage.ADVOCATE.ordinal()] - sums.detractors;
        return customers == 0 ? 0 : 100.0 * net / customers;
    }

    private static StageCounts stages(ScopeAggregate sums) {
        return new StageCounts(
                sums.stages[Stage.UNKNOWN.ordinal()],
                sums.stages[Stage.AWARE.ordinal()],
                sums.stages[Stage.ENGAGED.ordinal()],
                sums.stages[Stage.COMMITTED.ordinal()],
                sums.stages[Stage.LOYAL.ordinal()],
                sums.stages[Stage.ADVOCATE.ordinal()]);
    }

    private static Contributions contributions(ScopeAggregate sums) {
        return new Contributions(
                sums.contributions[Dimension.ENGAGEMENT.ordinal()],
                sums.contributions[Dimension.MONEY.ordinal()],
                sums.contributions[Dimension.CONNECTEDNESS.ordinal()],
                sums.contributions[Dimension.RECIPROCITY.ordinal()],
                sums.contributions[Dimension.SENTIMENT.ordinal()],
                sums.contributions[Dimension.ADVOCACY.ordinal()]);
    }

    private static List<Long> histogram(ScopeAggregate sums) {
        return LongStream.of(sums.histogram).boxed().toList();
    }

    private static List<StageMove> stageMoves(ScopeAggregate sums) {
        List<StageMove> moves = new ArrayList<>(sums.stageMoves.size());
        new TreeMap<>(sums.stageMoves)
                .forEach((step, count) -> moves.add(new StageMove(contract(step.from()), contract(step.to()), count)));
        return moves;
    }

    private static List<PointsMove> pointsMoves(ScopeAggregate sums) {
        List<PointsMove> moves = new ArrayList<>(sums.pointsMoves.size());
        new TreeMap<>(sums.pointsMoves)
                .forEach((where, moved) ->
                        moves.add(new PointsMove(where.channel(), where.kind(), moved.gained(), moved.lost())));
        return moves;
    }

    private static io.truenorth.contract.Stage contract(Stage stage) {
        return io.truenorth.contract.Stage.valueOf(stage.name());
    }
}
