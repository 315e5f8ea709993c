package io.truenorth.embedded;

import kafka.server.BrokerServer;
import kafka.server.SharedServer;
import org.apache.kafka.metadata.KRaftMetadataCache;

/** Kafka's broker with a {@link MarkerSafeMetadataCache}. */
final class MarkerSafeBroker extends BrokerServer {

    MarkerSafeBroker(SharedServer shared) {
        super(shared);
    }

    /** Kafka sets its own cache here while it starts, before anything else has it. */
    @Override
    public void metadataCache_$eq(KRaftMetadataCache unmended) {
        super.metadataCache_$eq(new MarkerSafeMetadataCache(
                config().nodeId(), () -> raftManager().client().kraftVersion()));
    }

    /** Under Kafka's own name, by which logs are sought and quieted. */
    @Override
    public String loggerName() {
        return BrokerServer.class.getName();
    }
}
