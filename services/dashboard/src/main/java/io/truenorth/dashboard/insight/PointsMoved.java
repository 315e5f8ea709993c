package io.truenorth.dashboard.insight;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Grain;
import io.truenorth.contract.PointsMove;
import io.truenorth.contract.ScopeMoment;
import io.truenorth.dashboard.history.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Points gained and lost by channel and kind over some days: those of past days from the history, the latest day live. */
public final class PointsMoved {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final SortedMap<String, SortedMap<String, Moved>> byChannel = new TreeMap<>();

    private PointsMoved() {}

    /**
     * What moved in a scope.
     *
     * @param live the scope's latest snapshot
     * @param since epoch ms; the whole UTC day that it is in counts
     */
    static PointsMoved of(String scope, Optional<AdvocacySnapshot> live, History history, long since) {
        long firstDay = since / DAY;
        PointsMoved moved = new PointsMoved();
        for (ScopeMoment moment : history.since(scope, Grain.DAY, firstDay * DAY)) {
            boolean isLive = live.isPresent() && live.get().getDay() == moment.getStart() / DAY;
            if (!isLive) {
                moved.add(moment.getPointsMoves());
            }
        }
        live.filter(snapshot -> snapshot.getDay() >= firstDay)
                .ifPresent(snapshot -> moved.add(snapshot.getPointsMoves()));
        return moved;
    }

    private void add(List<PointsMove> moves) {
        moves.forEach(move -> byChannel
                .computeIfAbsent(move.getChannel(), channel -> new TreeMap<>())
                .merge(move.getKind(), new Moved(move.getGained(), move.getLost()), Moved::plus));
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
