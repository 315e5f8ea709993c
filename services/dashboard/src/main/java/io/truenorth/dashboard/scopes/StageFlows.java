package io.truenorth.dashboard.scopes;

import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How many customers went from one stage to another, by scope and day, as far back as transitions are kept. An attribute
 * with more values than a person can compare is no segment and is not counted.
 */
public final class StageFlows {
    private static final int STAGES = Stage.values().length;
    private static final int MOST_VALUES = 1_000;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final NavigableMap<Long, Map<String, long[]>> byDay = new TreeMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    /** Counts one. */
    public synchronized void accept(StageTransition transition) {
        Map<String, long[]> day = byDay.computeIfAbsent(transition.getAt() / DAY, first -> new HashMap<>());
        int step = transition.getFrom().ordinal() * STAGES + transition.getTo().ordinal();
        count(day, ScopeNames.ALL, step);
        transition.getAttributes().forEach((attribute, value) -> {
            Set<String> known = values.computeIfAbsent(attribute, first -> new HashSet<>());
            if (known.size() < MOST_VALUES || known.contains(value)) {
                known.add(value);
                count(day, attribute + "=" + value, step);
            }
        });
    }

    private static void count(Map<String, long[]> day, String scope, int step) {
        day.computeIfAbsent(scope, first -> new long[STAGES * STAGES])[step]++;
    }

    /** Forgets days before an epoch day. */
    public synchronized void forgetBefore(long day) {
        byDay.headMap(day).clear();
    }

    /** The first day of which a move is known, epoch ms at its beginning; nothing while there is none. */
    public synchronized OptionalLong firstDay() {
        return byDay.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byDay.firstKey() * DAY);
    }

    /**
     * The moves of a scope since a moment.
     *
     * @param since epoch ms; the whole UTC day that it is in counts
     * @return a count by from and to, in the order of the stages
     */
    public synchronized long[][] since(String scope, long since) {
        long[][] moves = new long[STAGES][STAGES];
        byDay.tailMap(since / DAY).values().forEach(day -> {
            long[] counts = day.get(scope);
            for (int step = 0; counts != null && step < counts.length; step++) {
                moves[step / STAGES][step % STAGES] += counts[step];
            }
        });
        return moves;
    }
}
