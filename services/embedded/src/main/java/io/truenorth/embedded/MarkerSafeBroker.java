package io.truenorth.embedded;

import kafka.server.BrokerServer;
import kafka.server.SharedServer;
import org.apache.kafka.metadata.KRaftMetadataCache;

/** Kafka's broker with a {@link MarkerSafeMetadataCache}. */
final class MarkerSafeBroker extends BrokerServer {

    MarkerSafeBroker(SharedServer shared) {
        super(shared);
    }

    /** Called by Kafka during the start, before anything uses its cache. */
    @Override
    public void metadataCache_$eq(KRaftMetadataCache original) {
        super.metadataCache_$eq(new MarkerSafeMetadataCache(
                config().nodeId(), () -> raftManager().client().kraftVersion()));
    }

    /** The name of Kafka's own class, for which log levels are configured. */
    @Override
    public String loggerName() {
        return BrokerServer.class.getName();
    }
}
