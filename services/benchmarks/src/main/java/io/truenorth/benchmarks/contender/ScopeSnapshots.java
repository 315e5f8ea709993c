package io.truenorth.benchmarks.contender;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.ScopeNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Makes the published records of the sums of scopes. */
final class ScopeSnapshots {
    private static final int MOST_POINTS = 100;
    private static final ScoringModel MODEL = ScoringModel.standard();

    private ScopeSnapshots() {}

    static AdvocacySnapshot of(String scope, ScopeSums sums) {
        long customers = Arrays.stream(sums.stages).sum();
        long net = sums.stages[Stage.ADVOCATE.ordinal()] - sums.detractors;
        AdvocacySnapshot snapshot = new AdvocacySnapshot();
        snapshot.setScope(scope);
        snapshot.setParent(ScopeNames.parent(scope).orElse(null));
        snapshot.setAt(sums.at);
        snapshot.setCustomers(customers);
        snapshot.setStages(stages(sums.stages));
        snapshot.setDetractors(sums.detractors);
        snapshot.setNetAdvocacyIndex(customers == 0 ? 0 : 100.0 * net / customers);
        snapshot.setWholePoints(sums.wholePoints);
        snapshot.setContributions(contributions(sums.contributions));
        snapshot.setPointsHistogram(ScopeNames.countsCustomers(scope) ? histogram(sums) : List.of());
        snapshot.setDay(Days.of(sums.at));
        snapshot.setStageMoves(List.of());
        snapshot.setPointsMoves(List.of());
        snapshot.setModelId(MODEL.id());
        snapshot.setModelVersion(MODEL.version());
        return snapshot;
    }

    private static StageCounts stages(long[] counts) {
        return new StageCounts(
                counts[Stage.UNKNOWN.ordinal()],
                counts[Stage.AWARE.ordinal()],
                counts[Stage.ENGAGED.ordinal()],
                counts[Stage.COMMITTED.ordinal()],
                counts[Stage.LOYAL.ordinal()],
                counts[Stage.ADVOCATE.ordinal()]);
    }

    private static Contributions contributions(long[] sums) {
        return new Contributions(
                sums[Dimension.ENGAGEMENT.ordinal()],
                sums[Dimension.MONEY.ordinal()],
                sums[Dimension.CONNECTEDNESS.ordinal()],
                sums[Dimension.RECIPROCITY.ordinal()],
                sums[Dimension.SENTIMENT.ordinal()],
                sums[Dimension.ADVOCACY.ordinal()]);
    }

    private static List<Long> histogram(ScopeSums sums) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(MOST_POINTS + 1, 0L));
        sums.histogram.forEach(counts::set);
        return counts;
    }
}
