package io.truenorth.endtoend.dashboard;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records on the topics of a deployment, as the streams service writes them. */
final class PublishedRecords implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Deployment deployment;
    private final RecordSerdes serdes;

    PublishedRecords(Deployment deployment) {
        this.deployment = deployment;
        this.serdes = deployment.registry().serdes();
    }

    void publish(IdentityEvent event) {
        send(Topics.IDENTITY_EVENTS, event.getCustomer(), event);
    }

    void publish(PrivacyReceipt receipt) {
        String key = receipt.getRequestId() + "/" + receipt.getIdentities().get(0);
        send(Topics.PRIVACY_RECEIPTS, key, receipt);
    }

    void publish(RelationshipScore score) {
        send(Topics.RELATIONSHIP_SCORES, score.getCustomer(), score);
    }

    private <V> void send(Topic<String, V> plain, String key, V value) {
        Topic<String, V> topic = deployment.topics().topic(plain);
        try (Producer<String, V> producer = new KafkaProducer<>(
                deployment.kafka().client("published-records", Map.of()),
                new StringSerializer(),
                serdes.value(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot be written to " + topic.name(), e);
        }
    }

    @Override
    public void close() throws Exception {
        serdes.registry().close();
    }
}
