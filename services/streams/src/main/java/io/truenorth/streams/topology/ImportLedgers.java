package io.truenorth.streams.topology;

import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.LedgerPartDecoder;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.store.WriteBehindStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Unites imported ledgers with those of the partition. The scores are published as those of touchpoints are. */
@NullUnmarked // Kafka Streams calls init after construction
final class ImportLedgers implements Processor<byte[], byte[], byte[], Object> {
    private final LedgerPartDecoder decoder;
    private final TouchpointDecoder touchpoints;
    private final TopologyPlan plan;
    private final ErasurePlaces places;
    private Folding folding;

    ImportLedgers(LedgerPartDecoder decoder, TouchpointDecoder touchpoints, TopologyPlan plan, ErasurePlaces places) {
        this.decoder = decoder;
        this.touchpoints = touchpoints;
        this.plan = plan;
        this.places = places;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        WriteBehindStore<Relationships> store = context.getStateStore(TouchpointTopology.CUSTOMERS);
        folding = new Folding(store, context, plan, places, touchpoints, Outputs.FAILED_IMPORTS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ReceivedRecord received = folding.received(record);
        folding.unite(received, decoder.read(received));
    }
}
