package io.truenorth.embedded;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A process with a broker that is gone, as by {@code kill -9}, once it has decided to commit a transaction and before it
 * tells the partition that the transaction wrote to.
 */
final class UnsentMarker {
    static final String TOPIC = "letters";
    static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    static final String TRANSACTIONAL_ID = "writer";
    static final String VALUE = "committed";

    private UnsentMarker() {}

    /** Leaves a broker's data so, in a directory. */
    static void leaveIn(Path directory) throws Exception {
        Process broker = OtherProcess.running(UnsentMarker.class, directory.toString());
        OtherProcess.awaitLine(broker, "commit decided");
        broker.waitFor();
    }

    public static void main(String[] args) throws Exception {
        // It has written PrepareCommit to its log.
        BrokerLog.of("kafka.coordinator.transaction.TransactionStateManager", Level.DEBUG, line -> {
            String known = line.toLowerCase(Locale.ROOT).replace("_", "");
            if (known.contains("succeeded") && known.contains("txnstate=preparecommit")) {
                System.out.println("commit decided");
                System.out.flush();
                Runtime.getRuntime().halt(137);
            }
        });
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(Path.of(args[0])))) {
            Map<String, Object> address = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (Admin admin = Admin.create(address)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            commit(kafka);
        }
    }

    private static void commit(EmbeddedKafka kafka) throws Exception {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", TRANSACTIONAL_ID),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, VALUE)).get();
            producer.commitTransaction();
        }
    }
}
