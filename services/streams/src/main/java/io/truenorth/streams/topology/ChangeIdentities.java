package io.truenorth.streams.topology;

import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.DecodeResult;
import io.truenorth.streams.decode.IdentityRequestDecoder;
import io.truenorth.streams.decode.IdentityRequestDecoder.RequestedChange;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.store.WriteBehindStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Links and splits identities, and erases customers, as users request. */
@NullUnmarked // Kafka Streams calls init after construction
final class ChangeIdentities implements Processor<byte[], byte[], byte[], Object> {
    private final IdentityRequestDecoder decoder;
    private final TouchpointDecoder touchpoints;
    private final TopologyPlan plan;
    private final ErasurePlaces places;
    private final EarlyCommits commits;
    private Folding folding;
    private EarlyCommit commit;

    ChangeIdentities(
            IdentityRequestDecoder decoder,
            TouchpointDecoder touchpoints,
            TopologyPlan plan,
            ErasurePlaces places,
            EarlyCommits commits) {
        this.decoder = decoder;
        this.touchpoints = touchpoints;
        this.plan = plan;
        this.places = places;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        WriteBehindStore<Relationships> store = context.getStateStore(TouchpointTopology.CUSTOMERS);
        folding = new Folding(store, context, plan, places, touchpoints, Outputs.FAILED_REQUESTS);
        commit = EarlyCommit.of(commits, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        commit.arrived(record.timestamp());
        ReceivedRecord received = folding.received(record);
        DecodeResult result = decoder.read(received);
        if (result instanceof RequestedChange change) {
            folding.handle(change.request(), record.timestamp());
        } else {
            folding.reject(received, (RejectedRecord) result);
        }
    }
}
