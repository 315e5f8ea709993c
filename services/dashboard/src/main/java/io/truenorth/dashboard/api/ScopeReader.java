package io.truenorth.dashboard.api;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.schemas.ScopeNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How scopes stand and stood, as several answers tell it. */
final class ScopeReader {
    private static final int HOURLY_DAYS = 7;

    private final Snapshots snapshots;
    private final History history;
    private final Clock clock;

    ScopeReader(Snapshots snapshots, History history, Clock clock) {
        this.snapshots = snapshots;
        this.history = history;
        this.clock = clock;
    }

    /** How a scope stands; nobody is in one that is not known. */
    Measures now(String scope) {
        return snapshots.find(scope).map(Measures::of).orElseGet(() -> Measures.none(clock.millis()));
    }

    /** Whether a scope is known; everybody always is. */
    boolean isKnown(String scope) {
        return scope.equals(ScopeNames.ALL) || snapshots.find(scope).isPresent();
    }

    /** How a scope stood some days ago, or when it was first seen since; nothing if its past is not known at all. */
    Optional<Measures> before(String scope, int days) {
        long then = clock.millis() - TimeUnit.DAYS.toMillis(days);
        return history.near(scope, then)
                .map(Measures::of)
                .filter(past -> past.at() < now(scope).at());
    }

    /** The past of a scope in points of an hour or a day, and now as the last one. */
    List<Measures> line(String scope, int days) {
        Granularity granularity = days <= HOURLY_DAYS ? Granularity.HOUR : Granularity.DAY;
        long since = clock.millis() - TimeUnit.DAYS.toMillis(days);
        Measures now = now(scope);
        List<Measures> line = new ArrayList<>();
        if (granularity == Granularity.HOUR) {
            addDaysBeforeHours(line, scope, since);
        }
        history.since(scope, granularity, since).stream()
                .map(Measures::of)
                .filter(past -> past.at() < now.at())
                .forEach(line::add);
        line.add(now);
        return line;
    }

    /** Days that nobody counted by the hour, such as those that were reconstructed. */
    private void addDaysBeforeHours(List<Measures> line, String scope, long since) {
        long firstHour = history.since(scope, Granularity.HOUR, since).stream()
                .mapToLong(ScopeHistoryPoint::getAt)
                .min()
                .orElse(now(scope).at());
        history.since(scope, Granularity.DAY, since).stream()
                .map(Measures::of)
                .filter(past -> past.at() < firstHour)
                .forEach(line::add);
    }

    /** A scope by its names. */
    static Map<String, Object> named(String scope) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", scope);
        named.put("label", ScopeLabels.label(scope));
        if (!scope.equals(ScopeNames.ALL)) {
            named.put("parent", ScopeNames.ALL);
        }
        return named;
    }
}
