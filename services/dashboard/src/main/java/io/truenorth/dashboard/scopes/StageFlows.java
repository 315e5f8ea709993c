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
import java.util.function.LongSupplier;

/**
 * How many customers went from one stage to another, by scope and day, as far back as anybody may ask. Of an attribute with
 * more values than a person can compare, which is no segment, the first ones are counted.
 */
public final class StageFlows {
    /** The longest period that may be asked for. */
    public static final int LONGEST_DAYS = 365;

    private static final int STAGES = Stage.values().length;
    private static final int MOST_VALUES = 1_000;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final NavigableMap<Long, Map<String, long[]>> byDay = new TreeMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final LongSupplier millis;

    /**
     * Flows of the last days.
     *
     * @param millis a clock
     */
    public StageFlows(LongSupplier millis) {
        this.millis = millis;
    }

    /** Counts one, and forgets what is longer ago than anybody may ask: the topic's own end comes later, and in leaps. */
    public synchronized void accept(StageTransition transition) {
        long oldest = millis.getAsLong() / DAY - LONGEST_DAYS;
        byDay.headMap(oldest).clear();
        if (transition.getAt() / DAY >= oldest) {
            count(transition);
        }
    }

    private void count(StageTransition transition) {
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
