package io.truenorth.streams.topology;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.Payload.AvroRecord;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.bytes.KeyReader;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerStates;
import io.truenorth.streams.customer.CustomerStates.StoredKey;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.decode.RegistryRetry;
import io.truenorth.streams.rollup.ScopeAggregate;
import io.truenorth.streams.topology.TaskContext.Forwarded;
import io.truenorth.streams.topology.TestPartition.Input;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The processors of several partitions. Which partition goes on, how many records its transaction has, from which of its
 * inputs they come and whether it fails is random; each input keeps its order.
 */
final class TestPartitions {
    private static final int MOST_RECORDS = 200_000;
    private static final int FAILS_IN = 12;

    private final Random random;
    private long now;
    private final RecordSerdes serdes;
    private final List<TestPartition> partitions = new ArrayList<>();
    private final long[] skews;
    private final Map<String, RelationshipScore> scores = new TreeMap<>();
    private final Map<String, String> redirects = new TreeMap<>();
    private final Map<String, ScopeAggregate> scopes = new TreeMap<>();
    private final List<IdentityEvent> identityEvents = new ArrayList<>();
    private final List<PrivacyReceipt> receipts = new ArrayList<>();
    private long failed;

    TestPartitions(Random random, TopologyPlan plan, long now, MockSchemaRegistryClient registry) {
        this.random = random;
        this.now = now;
        serdes = new RecordSerdes(registry);
        skews = new long[plan.placement().partitions()];
        TouchpointProcessors processors = new TouchpointProcessors(
                plan,
                serdes,
                new RegistryRetry(Duration.ofMillis(1)),
                CustomerStates.places(),
                new EarlyCommits(plan.commitInterval()),
                new ProcessingTimes(lag -> {}, lag -> {}));
        for (int number = 0; number < plan.placement().partitions(); number++) {
            int partition = number;
            partitions.add(new TestPartition(number, () -> this.now + skews[partition], processors));
        }
    }

    /** Has the clock of each partition be ahead of the time, by other spans up to some, in ms. */
    void skewClocks(int most) {
        for (int number = 0; number < skews.length; number++) {
            skews[number] = random.nextInt(most + 1);
        }
    }

    /** Returns a registry with the contracts that are needed. */
    static MockSchemaRegistryClient registry() {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        for (Topic<?, ?> topic : List.of(Topics.TOUCHPOINTS, Topics.IDENTITY_REQUESTS, Topics.LEDGER_IMPORTS)) {
            try {
                registry.register(topic.valueSubject(), new AvroSchema(((AvroRecord<?>) topic.value()).schema()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return registry;
    }

    /** Appends a touchpoint to the partition of a key, which may be another than that of its identity. */
    void send(String key, Touchpoint touchpoint) {
        append(Input.TOUCHPOINTS, key, serialized(Topics.TOUCHPOINTS, touchpoint));
    }

    void request(IdentityRequest request) {
        append(Input.REQUESTS, request.getIdentity(), serialized(Topics.IDENTITY_REQUESTS, request));
    }

    /** Sends a part of an export to the partition of its customer; one that has suppressions to all partitions. */
    void importPart(LedgerPart part) {
        byte[] value = serialized(Topics.LEDGER_IMPORTS, part);
        if (part.getSuppressions().isEmpty()) {
            append(Input.IMPORTS, part.getCustomer(), value);
            return;
        }
        byte[] key = "suppressions".getBytes(StandardCharsets.UTF_8);
        partitions.forEach(partition -> partition.append(Input.IMPORTS, key, value, now, new RecordHeaders()));
    }

    /** Lets time pass, in ms. */
    void advance(long millis) {
        now += millis;
    }

    long now() {
        return now;
    }

    private <V> byte[] serialized(Topic<String, V> topic, V value) {
        return serdes.value(topic).serializer().serialize(topic.name(), value);
    }

    private void append(Input input, String key, byte[] value) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        of(bytes).append(input, bytes, value, now, new RecordHeaders());
    }

    private TestPartition of(byte[] key) {
        return partitions.get(KeyPartition.of(key, partitions.size()));
    }

    /** Runs a transaction of a partition; returns false if none has anything to do. */
    boolean step() {
        List<TestPartition> busy =
                partitions.stream().filter(TestPartition::hasInput).toList();
        if (busy.isEmpty()) {
            return false;
        }
        TestPartition next = busy.get(random.nextInt(busy.size()));
        if (random.nextInt(FAILS_IN) == 0) {
            next.failSome(random);
        } else {
            next.commitSome(random).forEach(this::deliver);
        }
        return true;
    }

    /** Runs transactions until there is nothing to do. */
    void rest() {
        while (step()) {
            if (partitions.stream().mapToLong(TestPartition::handled).sum() > MOST_RECORDS) {
                throw new AssertionError("messages do not come to an end");
            }
        }
    }

    private void deliver(Forwarded sent) {
        Record<byte[], Object> record = sent.record();
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (sent.output().equals(Outputs.MISPLACED)) {
            byte[] value = record.value() instanceof MisplacedTouchpoint touchpoint
                    ? touchpoint.toBytes()
                    : (byte[]) record.value();
            of(record.key()).append(Input.MESSAGES, record.key(), value, record.timestamp(), record.headers());
        } else if (sent.output().equals(Outputs.SCORES)) {
            put(scores, key, (RelationshipScore) record.value());
        } else if (sent.output().equals(Outputs.REDIRECTS)) {
            put(redirects, key, (String) record.value());
        } else if (sent.output().equals(Outputs.DELTAS)) {
            scopes.computeIfAbsent(key, scope -> new ScopeAggregate()).add((ScopeAggregate) record.value());
        } else if (sent.output().equals(Outputs.IDENTITY_EVENTS)) {
            identityEvents.add((IdentityEvent) record.value());
        } else if (sent.output().equals(Outputs.RECEIPTS)) {
            receipts.add((PrivacyReceipt) record.value());
        } else if (!sent.output().equals(Outputs.TRANSITIONS)) {
            failed++;
        }
    }

    private static <V> void put(Map<String, V> latest, String key, V value) {
        if (value == null) {
            latest.remove(key);
        } else {
            latest.put(key, value);
        }
    }

    /** Returns all keys of all partitions. */
    List<StoredKey> keys() {
        return partitions.stream()
                .flatMap(partition -> CustomerStates.keys(partition.entries()).stream())
                .toList();
    }

    TouchpointCounters counters() {
        return partitions.stream()
                .map(partition -> CustomerStates.counters(partition.entries()))
                .reduce(TouchpointCounters.ZERO, TouchpointCounters::plus);
    }

    /** Returns the latest score of each customer. */
    Map<String, RelationshipScore> scores() {
        return scores;
    }

    /** Returns the redirect of each customer who joined another. */
    Map<String, String> redirects() {
        return redirects;
    }

    /** Returns the sums of each scope. */
    Map<String, ScopeAggregate> scopes() {
        return scopes;
    }

    List<IdentityEvent> identityEvents() {
        return identityEvents;
    }

    List<PrivacyReceipt> receipts() {
        return receipts;
    }

    /** Returns everything that is stored, keys and values of all partitions. */
    List<byte[]> stored() {
        List<byte[]> all = new ArrayList<>();
        partitions.forEach(partition -> partition.entries().content().forEach((key, value) -> {
            all.add(key.get());
            all.add(value);
        }));
        return all;
    }

    /** Returns what is stored of all customers, after the erased identities, as exported. */
    List<LedgerPart> exported() {
        List<LedgerPart> parts = new ArrayList<>(queries(partitions.get(0)).erasures());
        partitions.forEach(partition ->
                parts.addAll(queries(partition).ledgers("", Integer.MAX_VALUE).parts()));
        return parts;
    }

    private static CustomerQueries queries(TestPartition partition) {
        return new CustomerQueries(
                partition.entries(),
                new RelationshipScoring(ScoringModel.standard()),
                30_000,
                ConsentDeclaration.standard());
    }

    /** Returns the number of touchpoints that wait for the owner of their reference, as stored. */
    long waiting() {
        return partitions.stream()
                .flatMap(partition -> partition.entries().content().keySet().stream())
                .filter(key -> key.get()[0] == 'o')
                .filter(key -> {
                    KeyReader in = new KeyReader(key);
                    in.kind();
                    in.text();
                    return !in.atEnd();
                })
                .count();
    }

    /** Returns the number of failed records. */
    long failed() {
        return failed;
    }
}
