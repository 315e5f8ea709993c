package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.intake.MisplacedTouchpoint;
import io.truenorth.streams.intake.ReceivedRecord;
import io.truenorth.streams.intake.TouchpointIntake;
import io.truenorth.streams.store.WriteBehindStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Folds touchpoints that came back under the key that their identity demands, as if they had come so at first. */
@NullUnmarked // Streams initializes a processor after it is made
final class FoldRekeyed implements Processor<byte[], byte[], byte[], Emission> {
    private final TouchpointIntake intake;
    private Folding folding;

    FoldRekeyed(TouchpointIntake intake) {
        this.intake = intake;
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
        folding.fold(received, intake.read(received));
    }
}
