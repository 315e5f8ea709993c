package io.truenorth.benchmarks.flink;

import io.truenorth.benchmarks.contender.Clients;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Source and sink of the job; records are pairs of a customer and bytes. */
final class KafkaTopics {
    static final TypeInformation<Tuple2<String, byte[]>> RECORD =
            Types.TUPLE(Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

    private KafkaTopics() {}

    static KafkaSource<Tuple2<String, byte[]>> touchpoints(ContenderConfig config) {
        Properties settings = new Properties();
        Clients.CONSUMER.forEach((name, value) -> settings.put(name, value.toString()));
        return KafkaSource.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(config.bootstrapServers())
                .setTopics(config.topics().topic(Topics.TOUCHPOINTS).name())
                .setGroupId(config.applicationId())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperties(settings)
                .setDeserializer(new Reader())
                .build();
    }

    static KafkaSink<Tuple2<String, byte[]>> scores(ContenderConfig config) {
        Properties settings = new Properties();
        Clients.PRODUCER.forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("transaction.timeout.ms", Long.toString(TRANSACTION_TIMEOUT.toMillis()));
        return KafkaSink.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(config.bootstrapServers())
                .setKafkaProducerConfig(settings)
                .setRecordSerializer(new Writer(
                        config.topics().topic(Topics.RELATIONSHIP_SCORES).name()))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(config.applicationId())
                .build();
    }

    /** Reads records without decoding the value. */
    private static final class Reader implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<String, byte[]>> out) {
            out.collect(Tuple2.of(new String(record.key(), StandardCharsets.UTF_8), record.value()));
        }

        @Override
        public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
            return RECORD;
        }
    }

    /** Writes encoded records. */
    private static final class Writer implements KafkaRecordSerializationSchema<Tuple2<String, byte[]>> {
        private static final long serialVersionUID = 1L;

        private final String topic;

        private Writer(String topic) {
            this.topic = topic;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                Tuple2<String, byte[]> record, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(topic, record.f0.getBytes(StandardCharsets.UTF_8), record.f1);
        }
    }
}
