package io.truenorth.streams.topology;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.rollup.Rollup;
import io.truenorth.streams.rollup.ScopeAggregate;
import io.truenorth.streams.rollup.ScopeAggregateFormat;
import io.truenorth.streams.store.WriteBehindStoreBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * From differences to snapshots: each commit of a partition emits its changes by scope; the differences of a scope are
 * repartitioned by scope and added up.
 *
 * <pre>
 * deltas ─▶ (advocacy-deltas, by scope) ─▶ roll-up-deltas ─▶ egress-snapshots ─▶ advocacy-dashboard
 *                                           [ advocacy-sums ]
 * </pre>
 *
 * <p>It is connected to the store of customers too, which it does not use, so that one task has a partition of both. With
 * sub-topologies of their own there would be two kinds of tasks, of very different work, and Kafka Streams counts tasks when
 * it spreads them over threads: after a restart with state on disk, the first thread to join gets the customers of all
 * partitions, and the second one only sums (StreamsPartitionAssignor.assignTasksToThreads, in Kafka 4.3).
 */
public final class AdvocacyRollup {
    /** The store of aggregates. */
    public static final String SUMS = "advocacy-sums";

    static final String DELTAS = "advocacy-deltas";
    static final String ROLL_UP = "roll-up-deltas";
    static final String EGRESS_SNAPSHOTS = "egress-snapshots";

    private static final int SCOPES_KEPT = 10_000;

    private final TopologyPlan plan;
    private final RecordSerdes serdes;
    private final EarlyCommits commits;

    /** Creates the roll-up of a plan. */
    AdvocacyRollup(TopologyPlan plan, RecordSerdes serdes, EarlyCommits commits) {
        this.plan = plan;
        this.serdes = serdes;
        this.commits = commits;
    }

    /**
     * Adds the roll-up to a topology.
     *
     * @param folded forwards the differences by scope to {@link Outputs#DELTAS}
     */
    void addTo(StreamsBuilder topology, KStream<byte[], Object> folded) {
        Topic<String, AdvocacySnapshot> dashboard = plan.topics().topic(Topics.ADVOCACY_DASHBOARD);
        topology.addStateStore(sums());
        Serde<Object> deltas = Outputs.through((topic, delta) -> ScopeAggregateFormat.write((ScopeAggregate) delta));
        folded.repartition(Repartitioned.with(Serdes.ByteArray(), deltas)
                        .withName(DELTAS)
                        .withStreamPartitioner(
                                new AgreedPartitions<>(plan.topics().agreedPartitions()))
                        .withNumberOfPartitions(plan.topics().agreedPartitions()))
                .process(() -> new RollUpDeltas(commits), Named.as(ROLL_UP), SUMS, TouchpointTopology.CUSTOMERS)
                .to(
                        dashboard.name(),
                        Produced.with(Serdes.ByteArray(), serdes.value(dashboard))
                                .withName(EGRESS_SNAPSHOTS));
    }

    private WriteBehindStoreBuilder<Rollup> sums() {
        ScoringModel model = plan.model();
        return new WriteBehindStoreBuilder<>(
                Stores.persistentKeyValueStore(SUMS), entries -> new Rollup(entries, model, SCOPES_KEPT));
    }
}
