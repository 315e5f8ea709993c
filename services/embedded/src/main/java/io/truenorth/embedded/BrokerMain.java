package io.truenorth.embedded;

import java.io.IOException;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Utils;

/**
 * Runs a {@link CombinedServer} on formatted storage, as Kafka's {@code kafka.Kafka} does. Used by the Kafka image of
 * {@code deploy/images/offline.sh}.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs until the process is stopped.
     *
     * @param arguments the properties file of the broker
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: BrokerMain server.properties");
            System.exit(2);
        }
        CombinedServer server = new CombinedServer(new KafkaConfig(Utils.loadProps(arguments[0]), true));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "broker-stop"));
        try {
            server.start();
        } catch (Throwable e) {
            // Kafka has logged the cause. Its remaining threads would keep the process running.
            System.exit(1);
        }
        server.awaitEnd();
    }
}
