package io.truenorth.benchmarks.contender;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.decode.TouchpointFields;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Group, aggregate, map. The aggregate is in RocksDB behind the cache of Kafka Streams, so that a customer is usually
 * scored once per commit.
 */
final class ScoresTopology {
    private ScoresTopology() {}

    static Topology of(TopicCatalogue topics, RecordSerdes serdes) {
        Topic<String, RelationshipScore> scores = topics.topic(Topics.RELATIONSHIP_SCORES);
        Scores scoring = new Scores();
        StreamsBuilder builder = new StreamsBuilder();
        relationships(builder, topics, serdes)
                .mapValues(
                        (customer, relationship) -> scoring.score(customer, relationship, System.currentTimeMillis()))
                .to(scores.name(), Produced.with(Serdes.String(), serdes.value(scores)));
        return builder.build();
    }

    /** Returns the changed relationships. */
    static KStream<String, Relationship> relationships(
            StreamsBuilder builder, TopicCatalogue topics, RecordSerdes serdes) {
        Topic<String, Touchpoint> touchpoints = topics.topic(Topics.TOUCHPOINTS);
        Serde<Touchpoint> values = touchpoints(touchpoints, serdes);
        return builder.stream(touchpoints.name(), Consumed.with(Serdes.String(), values))
                .groupByKey(Grouped.with(Serdes.String(), values))
                .aggregate(
                        Relationship::new,
                        (customer, touchpoint, relationship) -> {
                            relationship.fold(touchpoint);
                            return relationship;
                        },
                        Materialized.<String, Relationship, KeyValueStore<Bytes, byte[]>>as("relationships")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(serde(Relationship::toBytes, Relationship::fromBytes)))
                .toStream();
    }

    /** Returns a serde with the decoder of the streams service. */
    private static Serde<Touchpoint> touchpoints(Topic<String, Touchpoint> topic, RecordSerdes serdes) {
        ThreadLocal<RecordReader<Touchpoint>> reader =
                ThreadLocal.withInitial(() -> serdes.reader(topic, new TouchpointFields()));
        return Serdes.serdeFrom(
                serdes.value(topic).serializer(), (name, bytes) -> reader.get().read(bytes));
    }

    @SuppressWarnings("NullAway") // a null value remains one
    static <T> Serde<T> serde(Function<T, byte[]> toBytes, Function<byte[], T> fromBytes) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : toBytes.apply(value),
                (topic, bytes) -> bytes == null ? null : fromBytes.apply(bytes));
    }
}
