package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.store.WriteBehindStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Folds re-keyed touchpoints, as if received with the right key. */
@NullUnmarked // Kafka Streams calls init after construction
final class FoldRekeyed implements Processor<byte[], byte[], byte[], Emission> {
    private final TouchpointDecoder decoder;
    private Folding folding;

    FoldRekeyed(TouchpointDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        WriteBehindStore<Relationships> store = context.getStateStore(TouchpointTopology.CUSTOMERS);
        folding = new Folding(store.buffer(), context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        MisplacedTouchpoint back = MisplacedTouchpoint.fromBytes(record.value());
        ReceivedRecord received = new ReceivedRecord(back.key(), back.value(), record.headers(), back.origin());
        folding.fold(received, decoder.read(received));
    }
}
