package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * KAFKA-20734, made on purpose: a broker is killed between the decision to commit and the marker. Started again it sends
 * the marker to where it was itself before, until the controller notices that this broker is gone, whereupon no partition
 * has a leader for a moment; in it the coordinator asks again where the marker goes.
 */
class HangingTransactionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @BeforeEach
    void leaveAMarkerUnsent() throws Exception {
        UnsentMarker.leaveIn(directory);
    }

    @Test
    void theMarkerWaitsForALeaderAndWhatWasCommittedIsRead() throws Exception {
        try (LeaderlessMoment moment = LeaderlessMoment.lasting();
                EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory));
                Admin admin = admin(kafka.bootstrapServers())) {
            assertThat(moment.decision()).isEqualTo("kept");

            await("the end of the transaction")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state(admin)).isEqualTo(TransactionState.COMPLETE_COMMIT));
            assertThat(openSince(admin)).isEmpty();
            assertThat(readCommitted(kafka.bootstrapServers())).containsExactly(UnsentMarker.VALUE);
        }
    }

    @Test
    void kafkaItselfDropsTheMarkerAndTheTransactionStaysOpenForEver() throws Exception {
        int port = new Ports(new SecureRandom()).free();
        String address = Ports.LOOPBACK + ":" + port;
        try (LeaderlessMoment moment = LeaderlessMoment.lasting()) {
            KafkaRaftServer unmended = startUnmended(port);
            try (Admin admin = admin(address)) {
                assertThat(moment.decision())
                        .as(
                                "if Kafka %s keeps it, KAFKA-20734 is mended there: see docs/adr/0012",
                                AppInfoParser.getVersion())
                        .isEqualTo("dropped");

                assertThat(state(admin)).as("what its coordinator knows").isEqualTo(TransactionState.COMPLETE_COMMIT);
                assertThat(openSince(admin)).as("what the partition waits for").hasValue(0);
                assertThat(readCommitted(address)).isEmpty();
            } finally {
                unmended.shutdown();
            }
        }
    }

    private KafkaRaftServer startUnmended(int port) {
        BrokerLogs.quiet();
        Path data = BrokerStorage.prepare(directory);
        Map<String, String> settings = BrokerSettings.of(data, port, new Ports(new SecureRandom()).free(), Map.of());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static Admin admin(String address) {
        return Admin.create(Map.of("bootstrap.servers", address));
    }

    private static TransactionState state(Admin admin) throws Exception {
        String id = UnsentMarker.TRANSACTIONAL_ID;
        return admin.describeTransactions(List.of(id)).description(id).get().state();
    }

    /** The offset from which on the partition waits for the end of a transaction. */
    private static OptionalLong openSince(Admin admin) throws Exception {
        Collection<ProducerState> producers = admin.describeProducers(List.of(UnsentMarker.PARTITION))
                .partitionResult(UnsentMarker.PARTITION)
                .get()
                .activeProducers();
        assertThat(producers).hasSize(1);
        return producers.iterator().next().currentTransactionStartOffset();
    }

    /** Everything up to the first transaction that is open. */
    private static List<String> readCommitted(String address) {
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(UnsentMarker.PARTITION));
            consumer.seekToBeginning(List.of(UnsentMarker.PARTITION));
            long end = consumer.endOffsets(List.of(UnsentMarker.PARTITION)).get(UnsentMarker.PARTITION);
            List<String> values = new ArrayList<>();
            await("everything that is committed").atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return consumer.position(UnsentMarker.PARTITION) >= end;
            });
            return values;
        }
    }
}
