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

/** What follows from the numbers, as of now. */
public final class Insights {
    /** The probability that a scan of customers without any real difference reports one; corrected for all its comparisons. */
    private static final double FALSE_ALARMS = 0.01;

    private final Customers customers;
    private final Snapshots snapshots;
    private final MovesSource moves;
    private final Clock clock;

    /** What follows from these. */
    public Insights(Customers customers, Snapshots snapshots, MovesSource moves, Clock clock) {
        this.customers = customers;
        this.snapshots = snapshots;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * What could be done first: the most points at stake first. Many groups are compared in one look, and some differ by
     * chance; so the more there are, the less likely has each difference to be chance (Bonferroni).
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

    /** Of groups that are large enough, so that how many there are says nothing of what happens in them. */
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

    /** What each channel carries. */
    public SortedMap<String, ChannelTotals> channels() {
        return ChannelTotals.of(customers.all());
    }
}
