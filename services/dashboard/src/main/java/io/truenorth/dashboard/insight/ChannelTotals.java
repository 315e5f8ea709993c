package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one channel carries. */
public final class ChannelTotals {
    private final long[] byStage = new long[Stage.values().length];
    private long customers;

    private ChannelTotals() {}

    /** What each channel carries, by name. */
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

    /** Customers to whose score it contributes. */
    public long customers() {
        return customers;
    }

    /** Micro-points by stage of the customers, the lowest first. */
    public long[] byStage() {
        return byStage.clone();
    }

    /** Micro-points of all stages. */
    public long microPoints() {
        long sum = 0;
        for (long points : byStage) {
            sum += points;
        }
        return sum;
    }
}
