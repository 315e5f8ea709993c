package io.truenorth.embedded;

import java.io.IOException;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Utils;

/**
 * A broker that is its own controller in a process of its own, on storage that is formatted: Kafka's {@code kafka.Kafka}
 * with a {@link CombinedServer}. The image that {@code deploy/images/offline.sh} makes of Kafka runs it.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs until the process is told to end.
     *
     * @param arguments the file of the broker's settings, by Kafka's names
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
            // Kafka has logged why; threads that it leaves behind would keep the process.
            System.exit(1);
        }
        server.awaitEnd();
    }
}
