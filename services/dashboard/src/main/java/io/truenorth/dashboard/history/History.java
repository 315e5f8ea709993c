package io.truenorth.dashboard.history;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The history of every scope, as read from its topic. Thread-safe. */
public final class History {
    /** The retention of hours. */
    static final long HOURS_KEPT = TimeUnit.DAYS.toMillis(8);

    private final Map<String, NavigableMap<Long, ScopeHistoryPoint>> days = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, ScopeHistoryPoint>> hours = new ConcurrentHashMap<>();
    private final Map<String, ScopeHistoryPoint> byKey = new ConcurrentHashMap<>();

    /** Stores a point, or removes the one with the key. */
    public void accept(String key, @Nullable ScopeHistoryPoint moment) {
        if (moment == null) {
            Optional.ofNullable(byKey.remove(key))
                    .ifPresent(gone ->
                            scope(gone.getScope(), gone.getGranularity()).remove(gone.getStart()));
        } else if (moment.getGranularity() != Granularity.UNSPECIFIED) {
            byKey.put(key, moment);
            scope(moment.getScope(), moment.getGranularity()).put(moment.getStart(), moment);
        }
    }

    private NavigableMap<Long, ScopeHistoryPoint> scope(String scope, Granularity granularity) {
        Map<String, NavigableMap<Long, ScopeHistoryPoint>> moments = granularity == Granularity.HOUR ? hours : days;
        return moments.computeIfAbsent(scope, first -> new ConcurrentSkipListMap<>());
    }

    /** The points of a scope that start at or after a time (epoch ms), in order. */
    public List<ScopeHistoryPoint> since(String scope, Granularity granularity, long since) {
        return new ArrayList<>(scope(scope, granularity).tailMap(since).values());
    }

    /** The state of a scope at a time: the last point up to it, otherwise the first point after it; empty if there is none. */
    public Optional<ScopeHistoryPoint> near(String scope, long time) {
        NavigableMap<Long, ScopeHistoryPoint> moments = scope(scope, Granularity.DAY);
        Optional<ScopeHistoryPoint> before = moments.headMap(time, true).values().stream()
                .filter(moment -> moment.getAt() <= time)
                .reduce((earlier, later) -> later);
        return before.isPresent() ? before : moments.values().stream().findFirst();
    }

    /** The keys of hourly points whose retention has expired at a time. */
    List<ScopeHistoryPoint> outlivedHours(long now) {
        return hours.values().stream()
                .flatMap(moments ->
                        new ArrayList<>(moments.headMap(now - HOURS_KEPT).values()).stream())
                .toList();
    }

    /** The point with a key. */
    Optional<ScopeHistoryPoint> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
