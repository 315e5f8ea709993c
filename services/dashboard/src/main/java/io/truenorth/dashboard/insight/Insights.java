package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.scopes.Snapshots;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Analyses of all customers as of now. */
public final class Insights {
    /** The probability that a scan reports a difference where none exists, corrected for the number of comparisons. */
    private static final double FALSE_ALARMS = 0.01;

    private final Customers customers;
    private final Snapshots snapshots;
    private final MovesSource moves;
    private final Clock clock;

    /** Creates analyses of the given customers. */
    public Insights(Customers customers, Snapshots snapshots, MovesSource moves, Clock clock) {
        this.customers = customers;
        this.snapshots = snapshots;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * All opportunities of the last days, ordered by the points at stake. As many groups are compared at once, the significance
     * level is divided by the number of comparisons (Bonferroni correction).
     */
    public List<Opportunity> opportunities(int days) {
        PreviousStage before =
                moves.stages(days).<PreviousStage>map(known -> known).orElseGet(PreviousStage::asNow);
        Evaluation about = new Evaluation(customers, snapshots.attributes(), days, before, clock.millis());
        List<Claim> claims = claims(about);
        double level = FALSE_ALARMS / Math.max(1, claims.size());
        Stream<Opportunity> differences = claims.stream()
                .filter(claim -> claim.holds(level))
                .map(claim -> claim.opportunity().get());
        Map<String, Opportunity> greatestById = Stream.concat(differences, Dormant.find(about).stream())
                .collect(Collectors.toMap(Opportunity::id, Function.identity(), BinaryOperator.maxBy(byImpact())));
        return greatestById.values().stream()
                .sorted(byImpact().reversed().thenComparing(Opportunity::id))
                .toList();
    }

    /** Only groups of a minimum size are compared, which makes the number of comparisons independent of their results. */
    private static List<Claim> claims(Evaluation about) {
        return Stream.of(
                        CostlyChannels.find(about),
                        SingleChannels.find(about),
                        Products.find(about),
                        StageDrops.find(about))
                .flatMap(List::stream)
                .filter(claim -> claim.comparison().isPossible())
                .toList();
    }

    private static Comparator<Opportunity> byImpact() {
        return Comparator.comparingDouble(Opportunity::impact);
    }

    /** The contribution of each channel, by name. */
    public SortedMap<String, ChannelTotals> channels() {
        return ChannelTotals.of(customers.all());
    }
}
