package io.truenorth.endtoend;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.TopicTail;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a consumer of a deployment's topics has read so far. */
public final class ConsumedTopics {
    private final Deployment deployment;

    public ConsumedTopics(Deployment deployment) {
        this.deployment = deployment;
    }

    /** The values of all records, in the order of each partition. */
    public <V> List<V> values(Topic<String, V> topic) throws IOException {
        List<V> values = new ArrayList<>();
        read(topic, (key, value) -> values.add(value));
        return values;
    }

    /** The last value of each key; null is a tombstone. */
    public <V> Map<String, V> latest(Topic<String, V> topic) throws IOException {
        Map<String, V> values = new HashMap<>();
        read(topic, values::put);
        return values;
    }

    private <V> void read(Topic<String, V> topic, BiConsumer<String, V> visitor) throws IOException {
        RecordSerdes serdes = deployment.registry().serdes();
        try (TopicTail<V> tail =
                TopicTail.of(deployment, serdes, deployment.topics().topic(topic), Optional.empty())) {
            tail.catchUp(visitor);
        } finally {
            serdes.registry().close();
        }
    }
}
