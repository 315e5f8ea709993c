package io.truenorth.dashboard.api;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.api.response.ScopeSummary;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.schemas.ScopeNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The sums of scopes now and before, for several endpoints. */
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

    /** The sums of a scope now; all zero if it is not known. */
    Measures now(String scope) {
        return snapshots.find(scope).map(Measures::of).orElseGet(() -> Measures.none(clock.millis()));
    }

    /** Whether a scope is known; {@code all} always is. */
    boolean isKnown(String scope) {
        return scope.equals(ScopeNames.ALL) || snapshots.find(scope).isPresent();
    }

    /** The sums of a scope some days ago, or at its first record since; empty if it has no history. */
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

    /** Days without hourly records, such as reconstructed ones. */
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
    static ScopeSummary summary(String scope) {
        return new ScopeSummary(scope, ScopeLabels.label(scope), parent(scope), Optional.empty());
    }

    /** The same with its attribute. */
    static ScopeSummary summaryWithAttribute(String scope) {
        Optional<String> parent = parent(scope);
        return new ScopeSummary(
                scope, ScopeLabels.label(scope), parent, parent.map(all -> ScopeNames.attribute(scope)));
    }

    private static Optional<String> parent(String scope) {
        return scope.equals(ScopeNames.ALL) ? Optional.empty() : Optional.of(ScopeNames.ALL);
    }
}
