package io.truenorth.dashboard.history;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import java.time.Instant;

/** The key of a point on the history topic: {@code all@2026-11-20T13} for an hour, {@code region=north@2026-11-20} for a day. */
final class HistoryKey {
    private static final int LENGTH_OF_HOUR = "2026-11-20T13".length();
    private static final int LENGTH_OF_DAY = "2026-11-20".length();

    private HistoryKey() {}

    static String of(ScopeHistoryPoint moment) {
        return of(moment.getScope(), moment.getGranularity(), moment.getStart());
    }

    static String of(String scope, Granularity granularity, long start) {
        int length = granularity == Granularity.HOUR ? LENGTH_OF_HOUR : LENGTH_OF_DAY;
        return scope + "@" + Instant.ofEpochMilli(start).toString().substring(0, length);
    }
}
