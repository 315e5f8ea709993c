package io.truenorth.embedded;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;

/**
 * The metadata cache of a broker with a fix for KAFKA-20734: a partition without a leader is not treated as deleted.
 *
 * <p>In Kafka 4.3.0 to 4.4.0 the lookup of a leader returns empty in both cases. The transaction coordinator then drops the
 * marker of a prepared commit and completes the transaction, which stays open on that partition: consumers of committed records
 * never get past it. Up to 4.2.0 the lookup returned {@code Node.noNode} for a partition without a leader, and the marker waited
 * for the next leader. See docs/adr/0012; {@code MarkerSafeMetadataCacheTest} fails with a Kafka that does not need this.
 */
final class MarkerSafeMetadataCache extends KRaftMetadataCache {

    MarkerSafeMetadataCache(int nodeId, Supplier<KRaftVersion> kraftVersion) {
        super(nodeId, kraftVersion);
    }

    @Override
    public Optional<Node> getPartitionLeaderEndpoint(String topic, int partition, ListenerName listener) {
        return super.getPartitionLeaderEndpoint(topic, partition, listener)
                .or(() ->
                        contains(new TopicPartition(topic, partition)) ? Optional.of(Node.noNode()) : Optional.empty());
    }
}
