package io.truenorth.streams.rollup;

import io.truenorth.contract.AdvocacySnapshot;

/** Snapshots of scopes as the roll-up publishes them, for tests. */
public final class TestSnapshots {
    private TestSnapshots() {}

    public static AdvocacySnapshot of(String scope, ScopeAggregate sums) {
        return new SnapshotMapping("test", 1).map(scope, sums);
    }
}
