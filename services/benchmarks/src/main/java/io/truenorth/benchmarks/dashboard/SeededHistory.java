package io.truenorth.benchmarks.dashboard;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.StageCounts;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.standalone.LocalSystem;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes the history of a dashboard: all customers and every region, day by day until yesterday. */
final class SeededHistory {
    static final int DAYS = 90;
    static final int REGIONS = 200;

    private static final List<String> SCOPES = Stream.concat(
                    Stream.of(ScopeNames.ALL),
                    IntStream.range(0, REGIONS).mapToObj(i -> ScopeNames.segment("region", region(i))))
            .toList();

    private SeededHistory() {}

    /** A region, whatever the number. */
    static String region(int number) {
        return "r" + number % REGIONS;
    }

    /** Writes it to the topic that the dashboard reads. */
    static void write(LocalSystem system) throws IOException {
        Deployment deployment = system.deployment();
        RecordSerdes serdes = deployment.registry().serdes();
        Topic<String, ScopeHistoryPoint> topic = deployment.topics().topic(Topics.DASHBOARD_HISTORY);
        try (Producer<String, ScopeHistoryPoint> producer = new KafkaProducer<>(
                deployment.kafka().client("past-days", Map.of("linger.ms", "50")),
                new StringSerializer(),
                serdes.value(topic).serializer())) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            for (int age = DAYS; age > 0; age--) {
                write(producer, topic, today.minusDays(age), DAYS - age);
            }
        } finally {
            serdes.registry().close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing waits for all, and what is not there is missed
    private static void write(
            Producer<String, ScopeHistoryPoint> producer,
            Topic<String, ScopeHistoryPoint> topic,
            LocalDate day,
            int known) {
        SCOPES.forEach(scope ->
                producer.send(new ProducerRecord<>(topic.name(), scope + "@" + day, moment(scope, day, known))));
    }

    private static ScopeHistoryPoint moment(String scope, LocalDate day, int known) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        long each = known + 1;
        return ScopeHistoryPoint.newBuilder()
                .setScope(scope)
                .setGranularity(Granularity.DAY)
                .setStart(start.toEpochMilli())
                .setAt(end.toEpochMilli() - 1)
                .setCustomers(6 * each)
                .setStages(new StageCounts(each, each, each, each, each, each))
                .setDetractors(each / 2)
                .setScore(each * 100_000_000)
                .setPointsMoves(List.of())
                .build();
    }
}
