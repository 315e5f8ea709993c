package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.scopes.Snapshots;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What follows from the numbers, as of now. */
public final class Insights {
    private static final String ALL = "all";

    private final Customers customers;
    private final Snapshots snapshots;
    private final History history;
    private final Clock clock;

    /** What follows from these. */
    public Insights(Customers customers, Snapshots snapshots, History history, Clock clock) {
        this.customers = customers;
        this.snapshots = snapshots;
        this.history = history;
        this.clock = clock;
    }

    /** What could be done first: the most points at stake first. */
    public List<Opportunity> opportunities(int days) {
        long now = clock.millis();
        long since = since(days);
        Evaluation about = new Evaluation(customers, snapshots.attributes(), moved(ALL, days), days, since, now);
        return Stream.of(
                        CostlyChannels.find(about),
                        SingleChannels.find(about),
                        Products.find(about),
                        Slipping.find(about),
                        Dormant.find(about))
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Opportunity::impact)
                        .reversed()
                        .thenComparing(Opportunity::id))
                .toList();
    }

    /** What each channel carries. */
    public SortedMap<String, ChannelStanding> channels() {
        return ChannelStanding.of(customers.all());
    }

    /** Points gained and lost in a scope in the last days. */
    public PointsMoved moved(String scope, int days) {
        return PointsMoved.of(scope, snapshots.find(scope), history, since(days));
    }

    /** When the last days began, epoch ms. */
    public long since(int days) {
        return clock.millis() - TimeUnit.DAYS.toMillis(days);
    }
}
