package io.truenorth.embedded;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;

/**
 * What a broker knows of its cluster, with KAFKA-20734 mended: a partition that exists and has no leader at the moment is
 * not taken for one that was deleted.
 *
 * <p>Kafka from 4.3.0 to 4.4.0 answers both with nothing. The transaction coordinator, which has promised a commit and asks
 * where its marker goes, then drops the marker and notes the transaction as complete: it stays open on that partition for
 * ever, and who reads committed records waits there. Up to 4.2.0 Kafka answered the former with no node, and the marker
 * waited for the next leader. See docs/adr/0012; {@code MarkerSafeMetadataCacheTest} fails with a Kafka that does not need this.
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
