package io.truenorth.streams.topology;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.streams.rollup.Rollup;
import io.truenorth.streams.rollup.ScopeAggregateFormat;
import io.truenorth.streams.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** Adds differences to the aggregates of their scopes, which are published when Kafka Streams commits. */
@NullUnmarked // Kafka Streams calls init after construction
final class RollUpDeltas implements Processor<byte[], Object, byte[], AdvocacySnapshot> {
    private final EarlyCommits commits;
    private Rollup rollup;
    private EarlyCommit commit;

    RollUpDeltas(EarlyCommits commits) {
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], AdvocacySnapshot> context) {
        WriteBehindStore<Rollup> store = context.getStateStore(AdvocacyRollup.SUMS);
        store.publishFrom(context);
        rollup = store.buffer();
        rollup.publishTo((scope, snapshot) ->
                context.forward(new Record<>(scope.getBytes(StandardCharsets.UTF_8), snapshot, snapshot.getAt())));
        commit = EarlyCommit.of(commits, context);
    }

    @Override
    public void process(Record<byte[], Object> record) {
        commit.arrived(record.timestamp());
        String scope = new String(record.key(), StandardCharsets.UTF_8);
        rollup.add(scope, ScopeAggregateFormat.read((byte[]) record.value()));
    }
}
