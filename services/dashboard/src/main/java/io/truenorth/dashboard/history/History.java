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

/** The history of every scope, as read from its topic. For any thread. */
public final class History {
    /** The retention of hours. */
    static final long HOURS_KEPT = TimeUnit.DAYS.toMillis(8);

    private final Map<String, NavigableMap<Long, ScopeHistoryPoint>> days = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, ScopeHistoryPoint>> hours = new ConcurrentHashMap<>();
    private final Map<String, ScopeHistoryPoint> byKey = new ConcurrentHashMap<>();

    /** Takes a moment, or forgets the one of that key. */
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

    /** The moments of a scope that begin at or after a time (epoch ms), in order. */
    public List<ScopeHistoryPoint> since(String scope, Granularity granularity, long since) {
        return new ArrayList<>(scope(scope, granularity).tailMap(since).values());
    }

    /** How a scope stood at a time: its last moment until then, else its first one after it; nothing where there is none. */
    public Optional<ScopeHistoryPoint> near(String scope, long time) {
        NavigableMap<Long, ScopeHistoryPoint> moments = scope(scope, Granularity.DAY);
        Optional<ScopeHistoryPoint> before = moments.headMap(time, true).values().stream()
                .filter(moment -> moment.getAt() <= time)
                .reduce((earlier, later) -> later);
        return before.isPresent() ? before : moments.values().stream().findFirst();
    }

    /** The hours that are past their retention at a time. */
    List<ScopeHistoryPoint> outlivedHours(long now) {
        return hours.values().stream()
                .flatMap(moments ->
                        new ArrayList<>(moments.headMap(now - HOURS_KEPT).values()).stream())
                .toList();
    }

    /** The moment of a key. */
    Optional<ScopeHistoryPoint> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
