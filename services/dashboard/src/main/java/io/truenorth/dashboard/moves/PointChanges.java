package io.truenorth.dashboard.moves;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Points gained and lost by channel and kind. For each customer, the contribution of a kind at the end is compared with that at
 * the start; increases are gained points, decreases are lost points. Mutable during aggregation.
 */
public final class PointChanges {
    private final SortedMap<String, SortedMap<String, Moved>> byChannel = new TreeMap<>();

    /** Adds the change of the contribution of a channel and kind for one customer, in micro-points. */
    public void add(String channel, String kind, long microPoints) {
        byChannel
                .computeIfAbsent(channel, first -> new TreeMap<>())
                .merge(kind, new Moved(Math.max(0, microPoints), Math.max(0, -microPoints)), Moved::plus);
    }

    /** The changes of a channel by kind. */
    public Map<String, Moved> kindsOf(String channel) {
        return byChannel.getOrDefault(channel, new TreeMap<>());
    }

    /** The changes of a channel. */
    public Moved of(String channel) {
        return kindsOf(channel).values().stream().reduce(Moved.NOTHING, Moved::plus);
    }

    /** The channels with changes, sorted by name. */
    public List<String> channels() {
        return List.copyOf(byChannel.keySet());
    }

    /**
     * Gained and lost points, in micro-points.
     *
     * @param gained the sum of increases, 0 or more
     * @param lost the sum of decreases, 0 or more
     */
    public record Moved(long gained, long lost) {
        static final Moved NOTHING = new Moved(0, 0);

        Moved plus(Moved other) {
            return new Moved(gained + other.gained, lost + other.lost);
        }
    }
}
