package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contribution of one channel to the scores of all customers. */
public final class ChannelTotals {
    private final long[] byStage = new long[Stage.values().length];
    private long customers;

    private ChannelTotals() {}

    /** The contribution of each channel, by name. */
    static SortedMap<String, ChannelTotals> of(Collection<CustomerRow> rows) {
        SortedMap<String, ChannelTotals> channels = new TreeMap<>();
        rows.forEach(row -> row.forEachChannel((channel, microPoints) ->
                channels.computeIfAbsent(channel, first -> new ChannelTotals()).add(row, microPoints)));
        return channels;
    }

    private void add(CustomerRow row, long microPoints) {
        byStage[row.stage().ordinal()] += microPoints;
        customers++;
    }

    /** The number of customers to whose score the channel contributes. */
    public long customers() {
        return customers;
    }

    /** Micro-points by the stage of the customers, the lowest stage first. */
    public long[] byStage() {
        return byStage.clone();
    }

    /** Micro-points over all stages. */
    public long microPoints() {
        long sum = 0;
        for (long points : byStage) {
            sum += points;
        }
        return sum;
    }
}
