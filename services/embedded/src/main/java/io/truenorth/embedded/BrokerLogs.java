package io.truenorth.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Reduces the log of the broker, which writes 1,500 lines at INFO level while it starts, to warnings. Configured levels and the
 * logs of Kafka's clients and Kafka Streams are not changed.
 */
final class BrokerLogs {
    private static final List<String> BROKER = List.of(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.common.config",
            "org.apache.kafka.common.metrics",
            "org.apache.kafka.common.network",
            "org.apache.kafka.common.security",
            "org.apache.kafka.common.utils",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.network",
            "org.apache.kafka.queue",
            "org.apache.kafka.raft",
            "org.apache.kafka.security",
            "org.apache.kafka.server",
            "org.apache.kafka.snapshot",
            "org.apache.kafka.storage",
            "org.apache.kafka.timeline");

    /** Warns at every start when it becomes the controller, which is expected. */
    private static final String CONTROLLER = "org.apache.kafka.controller.QuorumController";

    private BrokerLogs() {}

    /** Only has an effect with Logback. */
    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            BROKER.forEach(name -> limit(logback.getLogger(name), Level.WARN));
            limit(logback.getLogger(CONTROLLER), Level.ERROR);
        }
    }

    private static void limit(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }
}
