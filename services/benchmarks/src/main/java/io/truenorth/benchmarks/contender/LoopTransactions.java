package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes scores, the state log and the consumer's positions of one thread, in one transaction per commit. */
final class LoopTransactions implements AutoCloseable {
    private final String scores;
    private final String stateLog;
    private final Producer<String, byte[]> producer;

    LoopTransactions(ContenderConfig config, int number) {
        scores = config.topics().topic(Topics.RELATIONSHIP_SCORES).name();
        stateLog = StateLog.name(config);
        Map<String, Object> settings = Clients.of(Clients.PRODUCER, config.bootstrapServers());
        settings.put("transactional.id", config.applicationId() + "-" + number);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    void commit(CustomerMap customers, Map<TopicPartition, OffsetAndMetadata> positions, ConsumerGroupMetadata group) {
        producer.beginTransaction();
        customers.drainTo(this::write);
        producer.sendOffsetsToTransaction(positions, group);
        producer.commitTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for all and throws failures
    private void write(String customer, byte[] score, Relationship relationship) {
        producer.send(new ProducerRecord<>(scores, customer, score));
        producer.send(new ProducerRecord<>(stateLog, customer, relationship.toBytes()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
