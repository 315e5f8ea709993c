package io.truenorth.benchmarks.contender;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.decode.TouchpointFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** The work on the records of one thread, as much of it as a ceiling includes, with the customers in a map. */
final class CustomerMap {
    private final Ceiling ceiling;
    private final Topic<String, RelationshipScore> scores;
    private final RecordReader<Touchpoint> reader;
    private final Serializer<RelationshipScore> serializer;
    private final Scores scoring = new Scores();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private final Map<String, Relationship> changed = new LinkedHashMap<>();
    private Touchpoint reused = new Touchpoint();

    CustomerMap(ContenderConfig config, RecordSerdes serdes, Ceiling ceiling) {
        this.ceiling = ceiling;
        this.scores = config.topics().topic(Topics.RELATIONSHIP_SCORES);
        this.reader = serdes.reader(config.topics().topic(Topics.TOUCHPOINTS), new TouchpointFields());
        this.serializer = serdes.value(scores).serializer();
    }

    /** Receives the encoded score and state of a customer. */
    @FunctionalInterface
    interface Output {
        void accept(String customer, byte[] score, Relationship relationship);
    }

    /** Decodes and adds a touchpoint. */
    void take(ConsumerRecord<String, byte[]> record) {
        if (ceiling.includes(Ceiling.DECODE)) {
            reused = reader.read(record.value(), reused);
        }
        if (ceiling.includes(Ceiling.FOLD)) {
            Relationship relationship = relationships.computeIfAbsent(record.key(), customer -> new Relationship());
            if (relationship.fold(reused)) {
                changed.put(record.key(), relationship);
            }
        }
    }

    /** Scores and encodes the customers changed since the last call. */
    void drainTo(Output output) {
        if (ceiling.includes(Ceiling.SCORE)) {
            long now = System.currentTimeMillis();
            changed.forEach((customer, relationship) -> output.accept(
                    customer,
                    serializer.serialize(scores.name(), scoring.score(customer, relationship, now)),
                    relationship));
        }
        changed.clear();
    }

    /** Forgets all customers. */
    void clear() {
        relationships.clear();
        changed.clear();
    }
}
