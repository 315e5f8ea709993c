package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.simulator.ExpectedScores;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Simulation;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.simulator.Touchpoints;
import io.truenorth.standalone.LocalSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Simulated customers on all ways into the pipeline at once: most touches straight to the topic, some on a wrong partition,
 * some twice, some through the gateway; and among them one record in twenty that is spoiled. Keeps account of what must
 * become of them.
 */
final class PipelineLoad {
    private static final int BATCH = 50;

    private final Simulation simulation =
            new Simulation(SimulationConfig.of(77, 500, Instant.parse("2024-01-01T00:00:00Z")));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<SimulatedTouch> forGateway = new ArrayList<>();
    final ExpectedScores expected = new ExpectedScores();
    final Map<BadRecord, Long> bad = new HashMap<>();
    long received;
    long scored;
    long duplicates;
    long rekeyed;

    /** Sends some; also to a system that is closed right afterwards, as all of it is acknowledged. */
    void send(LocalSystem system, Deployment deployment, int touches) throws Exception {
        RecordSerdes serdes = deployment.registry().serdes();
        Topic<String, Touchpoint> topic = deployment.topics().topic(Topics.TOUCHPOINTS);
        try (Producer<byte[], byte[]> producer = producer(deployment)) {
            for (int i = 0; i < touches; i++) {
                SimulatedTouch touch = simulation.next();
                GoodRecord good = new GoodRecord(topic, serdes, Touchpoints.of(touch, System.currentTimeMillis()));
                if (i % 20 == 7) {
                    spoil(producer, good, i / 20);
                }
                send(producer, touch, good, i);
            }
            postAll(system.addresses().gateway());
        } finally {
            serdes.registry().close();
        }
        for (BadRequest request : BadRequest.values()) {
            assertThat(answer(request, system.addresses().gateway()).statusCode())
                    .as(request.name())
                    .isEqualTo(request.status());
        }
    }

    private void send(Producer<byte[], byte[]> producer, SimulatedTouch touch, GoodRecord good, int number) {
        expected.accept(touch);
        countEntry(touch);
        if (number % 10 == 3 && !touch.isPseudonymous()) {
            forGateway.add(touch);
        } else if (number % 30 == 4) {
            rekeyed += put(producer, good.misplaced(number % good.topic().partitions()), good.key());
        } else {
            put(producer, good.record(), good.key());
            if (number % 50 == 1) {
                duplicates++;
                put(producer, good.record(), good.key());
            }
        }
    }

    /** An event and its retraction are one entry of the ledger: whichever comes second is a duplicate. */
    private void countEntry(SimulatedTouch touch) {
        if (touch.isRetraction()) {
            duplicates++;
        } else {
            scored++;
        }
    }

    private void spoil(Producer<byte[], byte[]> producer, GoodRecord good, int number) {
        BadRecord how = BadRecord.values()[number % BadRecord.values().length];
        put(producer, how.of(good), "");
        bad.merge(how, 1L, Long::sum);
    }

    /** Whether the record has to move, 1 or 0. */
    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for all
    private int put(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, String key) {
        producer.send(record, (where, failure) -> assertThat(failure).isNull());
        received++;
        return record.partition() != null && record.partition() != home(key, producer, record.topic()) ? 1 : 0;
    }

    private static int home(String key, Producer<byte[], byte[]> producer, String topic) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes))
                % producer.partitionsFor(topic).size();
    }

    /** In batches, each with an event that is not taken, and each sent twice: a client that saw no answer does so. */
    private void postAll(URI gateway) throws Exception {
        for (int from = 0; from < forGateway.size(); from += BATCH) {
            List<SimulatedTouch> batch = forGateway.subList(from, Math.min(from + BATCH, forGateway.size()));
            String lines = batch.stream().map(TouchJson::of).collect(Collectors.joining("\n")) + "\n{\"kind\": 1}\n";
            for (int attempt = 0; attempt < 2; attempt++) {
                HttpResponse<String> answer = http.send(
                        BadRequest.post(gateway, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                assertThat(answer.body()).contains("\"accepted\":" + batch.size(), "\"rejected\":1");
                received += batch.size();
            }
            duplicates += batch.size();
        }
        forGateway.clear();
    }

    private HttpResponse<String> answer(BadRequest request, URI gateway) throws Exception {
        return http.send(request.to(gateway), BodyHandlers.ofString());
    }

    long failed() {
        return bad.values().stream().mapToLong(count -> count).sum();
    }

    private static Producer<byte[], byte[]> producer(Deployment deployment) {
        return new KafkaProducer<>(
                deployment.kafka().client("load", Map.of("acks", "all", "linger.ms", 5)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
