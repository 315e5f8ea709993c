package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a broker with its own controller, in a cluster of one. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";

    private BrokerSettings() {}

    static Map<String, String> of(Path data, int port, int controllerPort, Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>();
        listeners(settings, port, controllerPort);
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("log.dirs", data.toString());
        onlyOneBroker(settings);
        small(settings);
        settings.put("auto.create.topics.enable", "false");
        // There is no need to wait for further consumers when the first one joins.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A start after a kill waits this long, as the controller still considers the killed broker alive.
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        settings.put("server.max.startup.time.ms", Long.toString(EmbeddedKafka.START_LIMIT.toMillis()));
        settings.putAll(overrides);
        return settings;
    }

    private static void listeners(Map<String, String> settings, int port, int controllerPort) {
        String broker = BROKER + "://" + Ports.LOOPBACK + ":" + port;
        String controller = Ports.LOOPBACK + ":" + controllerPort;
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
    }

    private static void onlyOneBroker(Map<String, String> settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Map<String, String> settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        // Compaction excludes the active segment, which has up to 1 GiB, or 100 MiB for internal topics, by default.
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("offsets.topic.segment.bytes", Integer.toString(4 << 20));
        settings.put("transaction.state.log.segment.bytes", Integer.toString(4 << 20));
        // The default uses 128 MiB of heap.
        settings.put("log.cleaner.dedupe.buffer.size", Long.toString(16L << 20));
    }
}
