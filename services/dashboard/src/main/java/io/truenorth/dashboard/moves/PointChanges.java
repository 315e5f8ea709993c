package io.truenorth.dashboard.moves;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Points gained and lost by channel and kind. What a kind gave a customer at the end is held against what it gave at the
 * beginning: more is gained, less is lost, and so customer by customer. Mutable while it is added up.
 */
public final class PointChanges {
    private final SortedMap<String, SortedMap<String, Moved>> byChannel = new TreeMap<>();

    /** Adds what a channel and kind gained (above 0) or lost (below 0) one customer, in micro-points. */
    public void add(String channel, String kind, long microPoints) {
        byChannel
                .computeIfAbsent(channel, first -> new TreeMap<>())
                .merge(kind, new Moved(Math.max(0, microPoints), Math.max(0, -microPoints)), Moved::plus);
    }

    /** What moved on a channel, by kind. */
    public Map<String, Moved> kindsOf(String channel) {
        return byChannel.getOrDefault(channel, new TreeMap<>());
    }

    /** What moved on a channel. */
    public Moved of(String channel) {
        return kindsOf(channel).values().stream().reduce(Moved.NOTHING, Moved::plus);
    }

    /** The channels on which something moved, in the order of their names. */
    public List<String> channels() {
        return List.copyOf(byChannel.keySet());
    }

    /**
     * Micro-points.
     *
     * @param gained 0 or more
     * @param lost 0 or more
     */
    public record Moved(long gained, long lost) {
        static final Moved NOTHING = new Moved(0, 0);

        Moved plus(Moved other) {
            return new Moved(gained + other.gained, lost + other.lost);
        }
    }
}
