package io.truenorth.streams.topology;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.Publications;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.DecodeResult;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.decode.Placement;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.JoinMessage.ToPartition;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.rollup.ScopeAggregate;
import io.truenorth.streams.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Consumes the topic of touchpoints: folds records that are on the right partition and forwards the others for
 * re-keying. Opens the relationships of its partition, publishes their scores when Kafka Streams commits, and schedules
 * the rescoring of due customers and the end of waiting for references.
 */
@NullUnmarked // Kafka Streams calls init after construction
final class FoldReceived implements Processor<byte[], byte[], byte[], Object> {
    private final TouchpointDecoder decoder;
    private final Placement placement;
    private final TopologyPlan plan;
    private final ErasurePlaces places;
    private final EarlyCommits commits;
    private ProcessorContext<byte[], Object> context;
    private Relationships relationships;
    private Folding folding;
    private EarlyCommit commit;

    FoldReceived(TouchpointDecoder decoder, TopologyPlan plan, ErasurePlaces places, EarlyCommits commits) {
        this.decoder = decoder;
        this.placement = plan.placement();
        this.plan = plan;
        this.places = places;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> newContext) {
        context = newContext;
        WriteBehindStore<Relationships> store = context.getStateStore(TouchpointTopology.CUSTOMERS);
        store.publishFrom(context);
        relationships = store.buffer();
        String partitionKey = KeyPartition.reservedKey(context.taskId().partition(), placement.partitions());
        relationships.open(context::currentSystemTimeMs, new ForwardedPublications(store, context, partitionKey));
        relationships.requireRanking(plan.joins().ranking());
        folding = new Folding(store, context, plan, places, decoder, Outputs.FAILED);
        context.schedule(plan.dueInterval(), PunctuationType.WALL_CLOCK_TIME, now -> {
            relationships.rescoreDue();
            folding.expireReferences();
            relationships.forgetErased();
            relationships.compactErased();
        });
        commit = EarlyCommit.of(commits, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        relationships.countReceived();
        commit.arrived(record.timestamp());
        ReceivedRecord received = folding.received(record);
        DecodeResult result = decoder.read(received);
        if (result instanceof ValidTouchpoint touchpoint && !isInPlace(received, touchpoint)) {
            sendOn(received, touchpoint);
        } else {
            folding.fold(received, result);
        }
    }

    private boolean isInPlace(ReceivedRecord received, ValidTouchpoint touchpoint) {
        return placement.holds(received.key(), received.origin().partition(), touchpoint.key());
    }

    private void sendOn(ReceivedRecord received, ValidTouchpoint touchpoint) {
        relationships.countRekeyed();
        context.forward(
                new Record<>(
                        touchpoint.key().getBytes(StandardCharsets.UTF_8),
                        new MisplacedTouchpoint(received.key(), received.value(), received.origin()),
                        received.origin().timestamp(),
                        received.headers()),
                Outputs.MISPLACED);
    }

    /**
     * Publishes by forwarding, with the key of each topic. Early scores are published while re-keyed records are folded.
     *
     * @param partitionKey the reserved key of the partition
     */
    private record ForwardedPublications(
            WriteBehindStore<Relationships> store, ProcessorContext<byte[], Object> context, String partitionKey)
            implements Publications {
        @Override
        public void publish(RelationshipScore score) {
            forward(score.getCustomer(), score, score.getScoredAt(), Outputs.SCORES);
        }

        @Override
        public void withdraw(String customer, long at) {
            forward(customer, null, at, Outputs.SCORES);
        }

        @Override
        public void publish(StageTransition transition) {
            forward(transition.getCustomer(), transition, transition.getAt(), Outputs.TRANSITIONS);
        }

        @Override
        public void publish(String scope, ScopeAggregate difference, long arrivedAt) {
            forward(scope, difference, arrivedAt, Outputs.DELTAS);
        }

        @Override
        public void compact(long at) {
            forward(partitionKey, null, at, Outputs.SCORES);
            forward(partitionKey, null, at, Outputs.REDIRECTS);
            JoinMessageBatch nothing = new JoinMessageBatch(partitionKey);
            nothing.add(new ToPartition(partitionKey, Map.of(), false), at);
            send(nothing);
            store.writeFiles();
        }

        @Override
        public void send(JoinMessageBatch messages) {
            forward(messages.key(), messages.toBytes(), messages.causedAt(), Outputs.MISPLACED);
        }

        private void forward(String key, @Nullable Object value, long timestamp, String output) {
            store.asPublisher(() ->
                    context.forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), value, timestamp), output));
        }
    }
}
