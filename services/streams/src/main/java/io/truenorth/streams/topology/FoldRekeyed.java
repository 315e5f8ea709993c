package io.truenorth.streams.topology;

import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.store.WriteBehindStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Folds re-keyed touchpoints, as if received with the right key, and handles messages about identities. */
@NullUnmarked // Kafka Streams calls init after construction
final class FoldRekeyed implements Processor<byte[], Object, byte[], Object> {
    private final TouchpointDecoder decoder;
    private final TopologyPlan plan;
    private final ErasurePlaces places;
    private final EarlyCommits commits;
    private Folding folding;
    private EarlyCommit commit;

    FoldRekeyed(TouchpointDecoder decoder, TopologyPlan plan, ErasurePlaces places, EarlyCommits commits) {
        this.decoder = decoder;
        this.plan = plan;
        this.places = places;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        WriteBehindStore<Relationships> store = context.getStateStore(TouchpointTopology.CUSTOMERS);
        folding = new Folding(store, context, plan, places, decoder, Outputs.FAILED_REKEYED);
        commit = EarlyCommit.of(commits, context);
    }

    @Override
    public void process(Record<byte[], Object> record) {
        commit.arrived(record.timestamp());
        byte[] value = (byte[]) record.value();
        if (JoinMessageBatch.isOne(value)) {
            folding.handleMessages(value, record.timestamp());
            return;
        }
        MisplacedTouchpoint back = MisplacedTouchpoint.fromBytes(value);
        ReceivedRecord received = new ReceivedRecord(back.key(), back.value(), record.headers(), back.origin());
        folding.fold(received, decoder.read(received));
    }
}
