package io.truenorth.streams.topology;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.customer.CustomerScoring;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.Placement;
import io.truenorth.streams.decode.RegistryRetry;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.decode.TouchpointRules;
import io.truenorth.streams.rollup.ScopeAggregateFormat;
import io.truenorth.streams.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * From touchpoints to scores. One task owns a partition of the touchpoints, the same partition of the re-keyed ones, and
 * their customers, so that this is a single sub-topology.
 *
 * <pre>
 * touchpoints ─▶ ingest-touchpoints ─▶ fold-touchpoints ──────────────┬─▶ relationship-scores
 *                                      │ [ customers ]                ├─▶ stage-transitions
 *                                      └▶ (misplaced-touchpoints,     ├─▶ touchpoints-failed
 *                                          by identity)               └─▶ advocacy-deltas, see AdvocacyRollup
 *                                            └▶ fold-rekeyed ─────────┘
 *                                               [ customers ]
 * </pre>
 */
public final class TouchpointTopology {
    /** The composite store: ledgers, attributes, published scores, the due index and the counters. */
    public static final String CUSTOMERS = "customers";

    static final String INGEST_TOUCHPOINTS = "ingest-touchpoints";
    static final String FOLD_TOUCHPOINTS = "fold-touchpoints";
    static final String SELECT_MISPLACED = "select-misplaced";
    static final String PACK_MISPLACED = "pack-misplaced";
    static final String MISPLACED = "misplaced-touchpoints";
    static final String FOLD_REKEYED = "fold-rekeyed";
    static final String MERGE_EMISSIONS = "merge-emissions";
    static final String SELECT_SCORES = "select-scores";
    static final String UNPACK_SCORES = "unpack-scores";
    static final String EGRESS_SCORES = "egress-scores";
    static final String SELECT_TRANSITIONS = "select-transitions";
    static final String UNPACK_TRANSITIONS = "unpack-transitions";
    static final String EGRESS_TRANSITIONS = "egress-transitions";
    static final String SELECT_FAILED = "select-failed";
    static final String UNPACK_FAILED = "unpack-failed";
    static final String EGRESS_FAILED = "egress-failed";
    static final String SELECT_DELTAS = "select-deltas";
    static final String PACK_DELTAS = "pack-deltas";

    private final TopologyPlan plan;
    private final RecordSerdes serdes;
    private final RegistryRetry retry;
    private final LongConsumer arrivalToScore;

    /**
     * Creates the topology of a plan.
     *
     * @param retry retries schema lookups while the registry is unavailable
     * @param arrivalToScore receives the ms between the arrival of a touch and its score; called by any stream thread
     */
    public TouchpointTopology(
            TopologyPlan plan, RecordSerdes serdes, RegistryRetry retry, LongConsumer arrivalToScore) {
        this.plan = plan;
        this.serdes = serdes;
        this.retry = retry;
        this.arrivalToScore = arrivalToScore;
    }

    /** Adds the topology, followed by the roll-up. */
    public void addTo(StreamsBuilder topology, AdvocacyRollup rollup) {
        topology.addStateStore(customers());
        KStream<byte[], Emission> direct = topology.stream(
                        touchpoints().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(INGEST_TOUCHPOINTS))
                .process(
                        () -> new FoldReceived(newDecoder(), new Placement(partitions()), plan.dueInterval()),
                        Named.as(FOLD_TOUCHPOINTS),
                        CUSTOMERS);
        KStream<byte[], Emission> emissions = direct.merge(rekeyed(direct), Named.as(MERGE_EMISSIONS));
        egressScores(emissions);
        egressTransitions(emissions);
        egressFailed(emissions);
        rollup.addTo(topology, deltas(emissions));
    }

    private KStream<byte[], Emission> rekeyed(KStream<byte[], Emission> direct) {
        return select(direct, Emission.Misplaced.class, SELECT_MISPLACED)
                .mapValues(misplaced -> misplaced.touchpoint().toBytes(), Named.as(PACK_MISPLACED))
                .repartition(Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withName(MISPLACED)
                        .withStreamPartitioner(new AgreedPartitions<>(partitions()))
                        .withNumberOfPartitions(partitions()))
                .process(() -> new FoldRekeyed(newDecoder()), Named.as(FOLD_REKEYED), CUSTOMERS);
    }

    @SuppressWarnings("NullAway") // a withdrawn score is a tombstone
    private void egressScores(KStream<byte[], Emission> emissions) {
        Topic<String, RelationshipScore> scores = plan.topics().topic(Topics.RELATIONSHIP_SCORES);
        select(emissions, Emission.Scored.class, SELECT_SCORES)
                .mapValues(Emission.Scored::score, Named.as(UNPACK_SCORES))
                .to(scores.name(), agreed(serdes.value(scores), EGRESS_SCORES));
    }

    private void egressTransitions(KStream<byte[], Emission> emissions) {
        Topic<String, StageTransition> transitions = plan.topics().topic(Topics.STAGE_TRANSITIONS);
        select(emissions, Emission.Moved.class, SELECT_TRANSITIONS)
                .mapValues(Emission.Moved::transition, Named.as(UNPACK_TRANSITIONS))
                .to(transitions.name(), agreed(serdes.value(transitions), EGRESS_TRANSITIONS));
    }

    @SuppressWarnings("NullAway") // a rejected value is as received: it may be null
    private void egressFailed(KStream<byte[], Emission> emissions) {
        Topic<byte[], byte[]> failed = plan.topics().topic(Topics.TOUCHPOINTS_FAILED);
        select(emissions, Emission.Rejected.class, SELECT_FAILED)
                .mapValues(Emission.Rejected::value, Named.as(UNPACK_FAILED))
                .to(failed.name(), produced(Serdes.ByteArray(), EGRESS_FAILED));
    }

    private static KStream<byte[], byte[]> deltas(KStream<byte[], Emission> emissions) {
        return select(emissions, Emission.Changed.class, SELECT_DELTAS)
                .mapValues(changed -> ScopeAggregateFormat.write(changed.difference()), Named.as(PACK_DELTAS));
    }

    private static <E extends Emission> KStream<byte[], E> select(
            KStream<byte[], Emission> emissions, Class<E> kind, String name) {
        Function<Emission, List<E>> selected =
                emission -> kind.isInstance(emission) ? List.of(kind.cast(emission)) : List.of();
        return emissions.flatMapValues(selected::apply, Named.as(name));
    }

    private static <V> Produced<byte[], V> produced(Serde<V> values, String name) {
        return Produced.with(Serdes.ByteArray(), values).withName(name);
    }

    private <V> Produced<byte[], V> agreed(Serde<V> values, String name) {
        return produced(values, name).withStreamPartitioner(new AgreedPartitions<>(partitions()));
    }

    private WriteBehindStoreBuilder<Relationships> customers() {
        CustomerScoring scoring = new CustomerScoring(new RelationshipScoring(plan.model()), plan.segments());
        return new WriteBehindStoreBuilder<>(
                Stores.persistentKeyValueStore(CUSTOMERS),
                entries -> new Relationships(entries, scoring, plan.limits(), arrivalToScore));
    }

    private TouchpointDecoder newDecoder() {
        TouchpointRules rules = new TouchpointRules(
                new ArrivalRule(plan.allowedSkew()), plan.model().kinds(), plan.money(), plan.placeholders());
        return new TouchpointDecoder(serdes.reader(touchpoints()), rules, retry);
    }

    private Topic<String, Touchpoint> touchpoints() {
        return plan.topics().topic(Topics.TOUCHPOINTS);
    }

    private int partitions() {
        return plan.topics().topic(Topics.TOUCHPOINTS).partitions();
    }
}
