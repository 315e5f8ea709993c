package io.truenorth.benchmarks.flink;

import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.contender.Relationship;
import io.truenorth.benchmarks.contender.Scores;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.decode.TouchpointFields;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/** Adds touchpoints to the state of their customer; before each checkpoint, scores the customers changed since the last. */
@NullUnmarked // Flink serializes operators, and opens them afterwards
final class ScoreOperator extends AbstractStreamOperator<Tuple2<String, byte[]>>
        implements OneInputStreamOperator<Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final List<String> arguments;
    private transient Set<String> changed;
    private transient ValueState<Relationship> relationships;
    private transient RecordReader<Touchpoint> reader;
    private transient Serializer<RelationshipScore> serializer;
    private transient Topic<String, RelationshipScore> scores;
    private transient Scores scoring;
    private transient Touchpoint reused;

    /** @param arguments of the {@link ContenderConfig} */
    ScoreOperator(List<String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public void open() throws Exception {
        super.open();
        ContenderConfig config = ContenderConfig.of(arguments);
        RecordSerdes serdes = config.serdes();
        changed = new LinkedHashSet<>();
        relationships =
                getPartitionedState(new ValueStateDescriptor<>("relationships", RelationshipSerializer.INSTANCE));
        reader = serdes.reader(config.topics().topic(Topics.TOUCHPOINTS), new TouchpointFields());
        scores = config.topics().topic(Topics.RELATIONSHIP_SCORES);
        serializer = serdes.value(scores).serializer();
        scoring = new Scores();
        reused = new Touchpoint();
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, byte[]>> element) throws IOException {
        Tuple2<String, byte[]> record = element.getValue();
        reused = reader.read(record.f1, reused);
        Relationship relationship = Objects.requireNonNullElseGet(relationships.value(), Relationship::new);
        if (relationship.fold(reused)) {
            relationships.update(relationship);
            changed.add(record.f0);
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        long now = System.currentTimeMillis();
        for (String customer : changed) {
            setCurrentKey(customer);
            RelationshipScore score = scoring.score(customer, relationships.value(), now);
            output.collect(new StreamRecord<>(Tuple2.of(customer, serializer.serialize(scores.name(), score))));
        }
        changed.clear();
        super.prepareSnapshotPreBarrier(checkpointId);
    }
}
