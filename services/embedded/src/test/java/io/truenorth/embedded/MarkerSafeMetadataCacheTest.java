package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpoint;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpointCollection;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.metadata.LeaderRecoveryState;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;

/** Where a transaction's marker goes, by a topic with a partition that has a leader and one that has none. */
class MarkerSafeMetadataCacheTest {
    private static final String TOPIC = "letters";
    private static final int LED = 0;
    private static final int LEADERLESS = 1;
    private static final int BROKER = 7;
    private static final int NO_LEADER = -1;
    private static final Uuid TOPIC_ID = Uuid.randomUuid();
    private static final ListenerName LISTENER = new ListenerName("BROKER");

    private final KRaftMetadataCache cache = new MarkerSafeMetadataCache(BROKER, () -> KRaftVersion.KRAFT_VERSION_0);

    @Test
    void aPartitionWithoutALeaderIsThereAndItsMarkerWaits() {
        cache.setImage(image());

        assertThat(cache.getPartitionLeaderEndpoint(TOPIC, LEADERLESS, LISTENER))
                .contains(Node.noNode());
    }

    @Test
    void aPartitionWithALeaderIsFoundThere() {
        cache.setImage(image());

        assertThat(cache.getPartitionLeaderEndpoint(TOPIC, LED, LISTENER))
                .hasValueSatisfying(node -> assertThat(node.id()).isEqualTo(BROKER));
    }

    @Test
    void whatWasDeletedIsNotThereAndNeedsNoMarker() {
        cache.setImage(image());

        assertThat(cache.getPartitionLeaderEndpoint("deleted", 0, LISTENER)).isEmpty();
        assertThat(cache.getPartitionLeaderEndpoint(TOPIC, 2, LISTENER)).isEmpty();
    }

    @Test
    void kafkaItselfTakesAPartitionWithoutALeaderForDeleted() {
        KRaftMetadataCache unmended = new KRaftMetadataCache(BROKER, () -> KRaftVersion.KRAFT_VERSION_0);
        unmended.setImage(image());

        assertThat(unmended.getPartitionLeaderEndpoint(TOPIC, LEADERLESS, LISTENER))
                .as(
                        "Kafka %s has KAFKA-20734 mended: CombinedServer, MarkerSafeBroker, MarkerSafeMetadataCache and their "
                                + "tests can go, and docs/adr/0012 says what follows",
                        AppInfoParser.getVersion())
                .isEmpty();
    }

    private static MetadataImage image() {
        MetadataDelta delta =
                new MetadataDelta.Builder().setImage(MetadataImage.EMPTY).build();
        BrokerEndpointCollection endpoints = new BrokerEndpointCollection();
        endpoints.add(new BrokerEndpoint()
                .setName(LISTENER.value())
                .setHost("there")
                .setPort(1234)
                .setSecurityProtocol((short) 0));
        delta.replay(
                new RegisterBrokerRecord().setBrokerId(BROKER).setFenced(false).setEndPoints(endpoints));
        delta.replay(new TopicRecord().setName(TOPIC).setTopicId(TOPIC_ID));
        delta.replay(partition(LED, BROKER));
        delta.replay(partition(LEADERLESS, NO_LEADER));
        return delta.apply(MetadataProvenance.EMPTY);
    }

    private static PartitionRecord partition(int number, int leader) {
        return new PartitionRecord()
                .setTopicId(TOPIC_ID)
                .setPartitionId(number)
                .setReplicas(List.of(BROKER))
                .setIsr(List.of(BROKER))
                .setLeader(leader)
                .setLeaderRecoveryState(LeaderRecoveryState.RECOVERED.value());
    }
}
