package io.truenorth.streams.crash;

import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.topology.RandomTouchpoints;
import io.truenorth.streams.topology.Touches;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Touchpoints, invalid records, duplicates and records with wrong keys, and the expected results. */
final class CrashLoad {
    private static final int CUSTOMERS = 300;

    private final RandomTouchpoints touchpoints = new RandomTouchpoints(42, CUSTOMERS);
    private final Map<String, RelationshipLedger> ledgers = new HashMap<>();
    private long sent;
    private long scored;
    private long failed;
    private long duplicates;
    private long rekeyed;

    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for all
    void send(TestDeployment deployment, int records) {
        Topic<String, Touchpoint> topic = deployment.topic(Topics.TOUCHPOINTS);
        Instant start = Instant.now();
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            for (int record = 0; record < records; record++) {
                producer.send(next(deployment, topic, start));
            }
        }
    }

    private ProducerRecord<byte[], byte[]> next(
            TestDeployment deployment, Topic<String, Touchpoint> topic, Instant start) {
        sent++;
        if (touchpoints.oneIn(100)) {
            failed++;
            return new ProducerRecord<>(topic.name(), new byte[] {(byte) sent}, new byte[] {9, 9, 9, 9, 9, 9});
        }
        Touchpoint touchpoint = touchpoints.before(start).build();
        String identity = "crm:" + touchpoint.getIdentities().get(0).getValue();
        fold(identity, touchpoint);
        boolean misplaced = touchpoints.oneIn(50);
        rekeyed += misplaced ? 1 : 0;
        return new ProducerRecord<>(
                topic.name(),
                (misplaced ? "elsewhere" : identity).getBytes(StandardCharsets.UTF_8),
                deployment.serdes().value(topic).serializer().serialize(topic.name(), touchpoint));
    }

    private void fold(String customer, Touchpoint touchpoint) {
        Outcome outcome = ledgers.computeIfAbsent(customer, id -> new RelationshipLedger())
                .add(Touches.of(touchpoint));
        scored += outcome == Outcome.ADDED ? 1 : 0;
        duplicates += outcome == Outcome.DUPLICATE ? 1 : 0;
    }

    Map<String, RelationshipLedger> ledgers() {
        return ledgers;
    }

    long sent() {
        return sent;
    }

    long scored() {
        return scored;
    }

    long failed() {
        return failed;
    }

    long duplicates() {
        return duplicates;
    }

    long rekeyed() {
        return rekeyed;
    }
}
