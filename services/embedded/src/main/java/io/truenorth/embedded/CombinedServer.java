package io.truenorth.embedded;

import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaBroker;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A controller and a broker in one process, like Kafka's {@link KafkaRaftServer} but with a {@link MarkerSafeBroker}. To be
 * replaced by that class once KAFKA-20734 is fixed in the Kafka version in use.
 */
final class CombinedServer {
    /** The name of Kafka's own class, for which log levels are configured. */
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRaftServer.class);

    private final ControllerServer controller;
    private final BrokerServer broker;

    /**
     * A server on formatted storage.
     *
     * @throws IllegalArgumentException if the roles are not broker and controller
     */
    CombinedServer(KafkaConfig config) {
        String roles = config.getList("process.roles").toString();
        if (!roles.contains("broker") || !roles.contains("controller")) {
            throw new IllegalArgumentException("process.roles must be broker,controller, was " + roles);
        }
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = shared(config, storage._1());
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
        broker = new MarkerSafeBroker(shared);
    }

    private static SharedServer shared(KafkaConfig config, MetaPropertiesEnsemble storage) {
        QuorumConfig quorum = config.quorumConfig();
        return new SharedServer(
                config,
                storage,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, storage.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
    }

    /** Returns once the broker accepts connections. */
    void start() {
        controller.startup();
        broker.startup();
        LOG.info(KafkaBroker.STARTED_MESSAGE());
    }

    /** Stops the broker first, which hands its partitions over through the controller. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
    }

    /** Returns when both have stopped. */
    void awaitEnd() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
