package io.truenorth.streams.rollup;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.streams.store.CommitBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The aggregates of the scopes of one partition: differences are added, and each changed scope is published once per
 * commit.
 */
public final class Rollup implements CommitBuffer {
    private final KeyValueStore<Bytes, byte[]> entries;
    private final SnapshotMapping mapping;
    private final int scopesKept;
    private final Map<String, ScopeAggregate> sums = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private BiConsumer<String, AdvocacySnapshot> publisher = (scope, snapshot) -> {
        throw new IllegalStateException("a roll-up published before its processor was initialized");
    };

    /**
     * Creates a roll-up.
     *
     * @param entries the store of aggregates by scope
     * @param model the scoring model of the scores
     * @param scopesKept the maximum number of scopes cached between commits
     */
    public Rollup(KeyValueStore<Bytes, byte[]> entries, ScoringModel model, int scopesKept) {
        this.entries = entries;
        this.mapping = new SnapshotMapping(model.id(), model.version());
        this.scopesKept = scopesKept;
    }

    /** Sets the output for snapshots. */
    public void publishTo(BiConsumer<String, AdvocacySnapshot> newPublisher) {
        publisher = newPublisher;
    }

    /** Adds a difference to a scope. */
    public void add(String scope, ScopeAggregate difference) {
        sums.computeIfAbsent(scope, this::load).add(difference);
        changed.add(scope);
    }

    @Override
    public void writeOut() {
        for (String scope : changed) {
            ScopeAggregate aggregate = sums.computeIfAbsent(scope, this::load);
            entries.put(key(scope), ScopeAggregateFormat.write(aggregate));
            publisher.accept(scope, mapping.map(scope, aggregate));
        }
        changed.clear();
        if (sums.size() > scopesKept) {
            sums.clear();
        }
    }

    @Override
    public void discard() {
        sums.clear();
        changed.clear();
    }

    private ScopeAggregate load(String scope) {
        byte[] stored = entries.get(key(scope));
        return stored == null ? new ScopeAggregate() : ScopeAggregateFormat.read(stored);
    }

    private static Bytes key(String scope) {
        return Bytes.wrap(scope.getBytes(StandardCharsets.UTF_8));
    }
}
