package io.truenorth.streams.topology;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.store.WriteBehindStoreBuilder;
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
 * From touchpoints to scores. One task owns a partition of the touchpoints, the same partition of messages between
 * partitions, of requests and of imported ledgers, and their customers, so that this is a single sub-topology, to which
 * {@link AdvocacyRollup} belongs too.
 *
 * <pre>
 * touchpoints ─▶ ingest-touchpoints ─▶ fold-touchpoints ──────────────┬─▶ relationship-scores
 *                                      │ [ customers ]                ├─▶ stage-transitions
 *                                      │                              ├─▶ identity-events, customer-redirects
 *                                      │                              ├─▶ privacy-receipts
 *                                      └▶ (misplaced-touchpoints,     ├─▶ touchpoints-failed
 *                                          by identity or customer)   └─▶ advocacy-deltas, see AdvocacyRollup
 *                                            └▶ fold-rekeyed ─────────┘
 *                                               [ customers ]
 * identity-requests ─▶ ingest-identity-requests ─▶ change-identities ─▶ as fold-touchpoints
 *                                                  [ customers ]
 * ledger-imports ─▶ ingest-imports ─▶ import-ledgers ─▶ touchpoints-failed
 *                                     [ customers ]
 * </pre>
 */
public final class TouchpointTopology {
    /** The composite store: ledgers, attributes, published scores, the due index and the counters. */
    public static final String CUSTOMERS = "customers";

    static final String INGEST_TOUCHPOINTS = "ingest-touchpoints";
    static final String FOLD_TOUCHPOINTS = "fold-touchpoints";
    static final String MISPLACED = "misplaced-touchpoints";
    static final String FOLD_REKEYED = "fold-rekeyed";

    static final String INGEST_IMPORTS = "ingest-imports";
    static final String IMPORT_LEDGERS = "import-ledgers";

    static final String INGEST_REQUESTS = "ingest-identity-requests";
    static final String CHANGE_IDENTITIES = "change-identities";

    private final TopologyPlan plan;
    private final RecordSerdes serdes;
    private final TouchpointProcessors processors;

    /** Creates the topology of a plan. */
    TouchpointTopology(TopologyPlan plan, RecordSerdes serdes, TouchpointProcessors processors) {
        this.plan = plan;
        this.serdes = serdes;
        this.processors = processors;
    }

    /** Adds the topology, followed by the roll-up. */
    public void addTo(StreamsBuilder topology, AdvocacyRollup rollup) {
        topology.addStateStore(
                new WriteBehindStoreBuilder<>(Stores.persistentKeyValueStore(CUSTOMERS), processors.relationships()));
        KStream<byte[], Object> received = from(topology, Topics.TOUCHPOINTS, INGEST_TOUCHPOINTS)
                .process(processors::foldReceived, Named.as(FOLD_TOUCHPOINTS), CUSTOMERS);
        Topic<String, RelationshipScore> scores = plan.topics().topic(Topics.RELATIONSHIP_SCORES);
        received.to(scores.name(), agreed(serdes.value(scores), Outputs.SCORES));
        Topic<String, StageTransition> transitions = plan.topics().topic(Topics.STAGE_TRANSITIONS);
        received.to(transitions.name(), agreed(serdes.value(transitions), Outputs.TRANSITIONS));
        Topic<String, IdentityEvent> events = plan.topics().topic(Topics.IDENTITY_EVENTS);
        received.to(events.name(), agreed(serdes.value(events), Outputs.IDENTITY_EVENTS));
        Topic<String, String> redirects = plan.topics().topic(Topics.CUSTOMER_REDIRECTS);
        received.to(redirects.name(), agreed(Serdes.String(), Outputs.REDIRECTS));
        Topic<String, PrivacyReceipt> receipts = plan.topics().topic(Topics.PRIVACY_RECEIPTS);
        received.to(receipts.name(), produced(serdes.value(receipts), Outputs.RECEIPTS));
        String failed = plan.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        received.to(failed, produced(Serdes.ByteArray(), Outputs.FAILED));
        rekeyed(received).to(failed, produced(Serdes.ByteArray(), Outputs.FAILED_REKEYED));
        imported(topology).to(failed, produced(Serdes.ByteArray(), Outputs.FAILED_IMPORTS));
        requested(topology).to(failed, produced(Serdes.ByteArray(), Outputs.FAILED_REQUESTS));
        rollup.addTo(topology, received);
    }

    private KStream<byte[], Object> imported(StreamsBuilder topology) {
        return from(topology, Topics.LEDGER_IMPORTS, INGEST_IMPORTS)
                .process(processors::importLedgers, Named.as(IMPORT_LEDGERS), CUSTOMERS);
    }

    private KStream<byte[], Object> requested(StreamsBuilder topology) {
        return from(topology, Topics.IDENTITY_REQUESTS, INGEST_REQUESTS)
                .process(processors::changeIdentities, Named.as(CHANGE_IDENTITIES), CUSTOMERS);
    }

    private KStream<byte[], byte[]> from(StreamsBuilder topology, Topic<?, ?> topic, String name) {
        return topology.stream(
                plan.topics().topic(topic).name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name));
    }

    private KStream<byte[], Object> rekeyed(KStream<byte[], Object> received) {
        Serde<Object> misplaced = Outputs.through((topic, value) ->
                value instanceof MisplacedTouchpoint touchpoint ? touchpoint.toBytes() : (byte[]) value);
        return received.repartition(Repartitioned.with(Serdes.ByteArray(), misplaced)
                        .withName(MISPLACED)
                        .withStreamPartitioner(new AgreedPartitions<>(partitions()))
                        .withNumberOfPartitions(partitions()))
                .process(processors::foldRekeyed, Named.as(FOLD_REKEYED), CUSTOMERS);
    }

    private static Produced<byte[], Object> produced(Serde<?> values, String name) {
        return Produced.with(Serdes.ByteArray(), Outputs.to(values)).withName(name);
    }

    private Produced<byte[], Object> agreed(Serde<?> values, String name) {
        return produced(values, name).withStreamPartitioner(new AgreedPartitions<>(partitions()));
    }

    private int partitions() {
        return plan.placement().partitions();
    }
}
