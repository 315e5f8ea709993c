package io.truenorth.benchmarks.contender;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Scores, stage transitions and the sums of all scopes. The previous score of each customer is in a second store,
 * which is not cached, as each change must be seen once; the differences by scope are repartitioned and added up in a
 * third.
 */
final class SameResultsTopology {
    private SameResultsTopology() {}

    static Topology of(TopicCatalogue topics, RecordSerdes serdes) {
        Topic<String, RelationshipScore> scores = topics.topic(Topics.RELATIONSHIP_SCORES);
        Topic<String, StageTransition> transitions = topics.topic(Topics.STAGE_TRANSITIONS);
        Scores scoring = new Scores();
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Scores.Explained> scored = ScoresTopology.relationships(builder, topics, serdes)
                .mapValues((customer, relationship) ->
                        scoring.explained(customer, relationship, System.currentTimeMillis()));
        scored.mapValues(Scores.Explained::score)
                .to(scores.name(), Produced.with(Serdes.String(), serdes.value(scores)));
        KStream<String, ScopedChange> changes = changes(scored);
        changes.filter((customer, change) -> change.isTransition())
                .mapValues(ScopedChange::transition)
                .to(transitions.name(), Produced.with(Serdes.String(), serdes.value(transitions)));
        addUp(changes, topics, serdes);
        return builder.build();
    }

    private static KStream<String, ScopedChange> changes(KStream<String, Scores.Explained> scored) {
        return scored.groupByKey(Grouped.keySerde(Serdes.String()))
                .aggregate(
                        ScopedChange::none,
                        (customer, latest, change) -> change.then(latest),
                        Materialized.<String, ScopedChange, KeyValueStore<Bytes, byte[]>>as("scoped-scores")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(ScoresTopology.serde(ScopedChange::toBytes, ScopedChange::fromBytes))
                                .withCachingDisabled())
                .toStream();
    }

    private static void addUp(KStream<String, ScopedChange> changes, TopicCatalogue topics, RecordSerdes serdes) {
        Topic<String, AdvocacySnapshot> dashboard = topics.topic(Topics.ADVOCACY_DASHBOARD);
        Serde<ScopeSums> sums = ScoresTopology.serde(ScopeSums::toBytes, ScopeSums::fromBytes);
        changes.flatMap((customer, change) -> differences(change))
                .groupByKey(Grouped.with("differences", Serdes.String(), sums))
                .aggregate(
                        ScopeSums::new,
                        (scope, difference, sum) -> sum.add(difference, 1),
                        Materialized.<String, ScopeSums, KeyValueStore<Bytes, byte[]>>as("scopes")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(sums))
                .toStream()
                .mapValues(ScopeSnapshots::of)
                .to(dashboard.name(), Produced.with(Serdes.String(), serdes.value(dashboard)));
    }

    private static List<KeyValue<String, ScopeSums>> differences(ScopedChange change) {
        return change.differences().entrySet().stream()
                .map(scope -> KeyValue.pair(scope.getKey(), scope.getValue()))
                .toList();
    }
}
