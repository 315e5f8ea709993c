package io.truenorth.streams.topology;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.Payload.AvroRecord;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerStates;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.decode.RegistryRetry;
import io.truenorth.streams.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in a test driver: touchpoints in, a commit after each, and a manual clock. */
public final class TopologyBench implements AutoCloseable {
    private static final List<Topic<?, ?>> AVRO_TOPICS = List.of(
            Topics.TOUCHPOINTS,
            Topics.LEDGER_IMPORTS,
            Topics.RELATIONSHIP_SCORES,
            Topics.STAGE_TRANSITIONS,
            Topics.IDENTITY_EVENTS,
            Topics.IDENTITY_REQUESTS,
            Topics.PRIVACY_RECEIPTS,
            Topics.ADVOCACY_DASHBOARD);

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordSerdes serdes = new RecordSerdes(registry);
    private final RegistryRetry retry = new RegistryRetry(Duration.ofMillis(1));
    private final TopologyPlan plan;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> touchpoints;
    private final TestInputTopic<byte[], byte[]> imports;
    private final TestInputTopic<byte[], byte[]> requests;
    private final List<Long> lags = new ArrayList<>();
    private Instant now;

    public TopologyBench(TopologyPlan plan, Path stateDirectory, Instant start) {
        this.plan = plan;
        this.now = start;
        AVRO_TOPICS.forEach(this::register);
        Properties config = config(stateDirectory);
        driver = new TopologyTestDriver(
                StreamsTopology.of(
                        plan, serdes, retry, new ProcessingTimes(lags::add, lag -> {}), topic -> Map.of(), config),
                config,
                start);
        touchpoints = driver.createInputTopic(
                plan.topics().topic(Topics.TOUCHPOINTS).name(), new ByteArraySerializer(), new ByteArraySerializer());
        requests = driver.createInputTopic(
                plan.topics().topic(Topics.IDENTITY_REQUESTS).name(),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        imports = driver.createInputTopic(
                plan.topics().topic(Topics.LEDGER_IMPORTS).name(),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Properties config(Path stateDirectory) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "truenorth-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return config;
    }

    private void register(Topic<?, ?> topic) {
        try {
            registry.register(plan(topic).valueSubject(), new AvroSchema(((AvroRecord<?>) topic.value()).schema()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private <K, V> Topic<K, V> plan(Topic<K, V> topic) {
        return plan.topics().topic(topic);
    }

    public Instant now() {
        return now;
    }

    public MockSchemaRegistryClient registry() {
        return registry;
    }

    public RecordSerdes serdes() {
        return serdes;
    }

    /** Sends a touchpoint with its strongest identity as key. */
    public TopologyBench send(Touchpoint touchpoint) {
        return send(TouchpointKey.of(touchpoint), touchpoint);
    }

    public TopologyBench send(TouchpointBuilder touchpoint) {
        return send(touchpoint.build());
    }

    public TopologyBench send(String key, Touchpoint touchpoint) {
        return sendBytes(key.getBytes(StandardCharsets.UTF_8), encode(touchpoint), new RecordHeaders());
    }

    public TopologyBench sendBytes(byte[] key, byte[] value, Headers headers) {
        touchpoints.pipeInput(new TestRecord<>(key, value, headers, now));
        return this;
    }

    /** Requests to link two identities, or to split one if the other is null. */
    public TopologyBench request(String identity, String other) {
        return request(IdentityRequest.newBuilder()
                .setRequestId("request")
                .setIdentity(identity)
                .setOther(other)
                .setRequestedBy("user")
                .setRequestedAt(now.toEpochMilli())
                .build());
    }

    /** Requests to set the consent of an identity; null leaves a purpose as it is. */
    public TopologyBench requestConsent(String requestId, String identity, Boolean scoring, Boolean activation) {
        return request(IdentityRequest.newBuilder()
                .setRequestId(requestId)
                .setIdentity(identity)
                .setRequestedBy("officer")
                .setRequestedAt(now.toEpochMilli())
                .setConsent(new Consent(scoring, activation))
                .build());
    }

    /** Requests to erase the customer of an identity. */
    public TopologyBench erase(String identity, String requestId, LaterEvents laterEvents) {
        return request(IdentityRequest.newBuilder()
                .setRequestId(requestId)
                .setIdentity(identity)
                .setRequestedBy("officer")
                .setRequestedAt(now.toEpochMilli())
                .setErasure(new Erasure(laterEvents))
                .build());
    }

    public TopologyBench request(IdentityRequest request) {
        requests.pipeInput(new TestRecord<>(
                request.getIdentity().getBytes(StandardCharsets.UTF_8),
                serdes.value(plan(Topics.IDENTITY_REQUESTS)).serializer().serialize("any", request),
                new RecordHeaders(),
                now));
        return this;
    }

    /** Returns the receipts of requests since the last call. */
    public List<PrivacyReceipt> receipts() {
        return values(Topics.PRIVACY_RECEIPTS);
    }

    /** Returns the latest receipt of each key since the last call. */
    public Map<String, PrivacyReceipt> receiptsByKey() {
        return valuesByKey(Topics.PRIVACY_RECEIPTS);
    }

    /** Imports a part of a ledger with its customer as key. */
    public TopologyBench importPart(LedgerPart part) {
        return importBytes(
                part.getCustomer().getBytes(StandardCharsets.UTF_8),
                serdes.value(plan(Topics.LEDGER_IMPORTS)).serializer().serialize("any", part));
    }

    public TopologyBench importBytes(byte[] key, byte[] value) {
        imports.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), now));
        return this;
    }

    /** Returns the erased identities and all customers, as exported. */
    public List<LedgerPart> exported() {
        List<LedgerPart> parts = new ArrayList<>(queries().erasures());
        parts.addAll(queries().ledgers("", Integer.MAX_VALUE).parts());
        return parts;
    }

    public CustomerQueries queries() {
        return new CustomerQueries(
                customers().entries(),
                new RelationshipScoring(plan.model()),
                plan.limits().reactionWindow(),
                plan.consent());
    }

    public byte[] encode(Touchpoint touchpoint) {
        return serdes.value(plan(Topics.TOUCHPOINTS)).serializer().serialize("any", touchpoint);
    }
    /** Returns the latest redirects since the last call; null for a tombstone. */
    public Map<String, String> redirects() {
        return valuesByKey(Topics.CUSTOMER_REDIRECTS);
    }

    /** Returns whether a text is anywhere in the keys and values of the store. */
    public boolean stores(String text) {
        try (var all = customers().entries().all()) {
            while (all.hasNext()) {
                var entry = all.next();
                if (isIn(entry.key.get(), text) || isIn(entry.value, text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isIn(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** Returns what became of links and references since the last call. */
    public List<IdentityEvent> identityEvents() {
        return values(Topics.IDENTITY_EVENTS);
    }

    /** Advances the wall clock; due customers are rescored. */
    public TopologyBench advance(Duration duration) {
        now = now.plus(duration);
        driver.advanceWallClockTime(duration);
        return this;
    }

    public List<RelationshipScore> scores() {
        return values(Topics.RELATIONSHIP_SCORES);
    }

    /** Returns the last score of each customer since the last call; null for a withdrawn score. */
    public Map<String, RelationshipScore> scoresByCustomer() {
        return valuesByKey(Topics.RELATIONSHIP_SCORES);
    }

    public List<StageTransition> transitions() {
        return values(Topics.STAGE_TRANSITIONS);
    }

    public List<AdvocacySnapshot> snapshots() {
        return values(Topics.ADVOCACY_DASHBOARD);
    }

    public List<TestRecord<byte[], byte[]>> failed() {
        return driver.createOutputTopic(
                        plan(Topics.TOUCHPOINTS_FAILED).name(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private <V> List<V> values(Topic<String, V> topic) {
        return output(topic).readValuesToList();
    }

    private <V> Map<String, V> valuesByKey(Topic<String, V> topic) {
        return output(topic).readKeyValuesToMap();
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        Topic<String, V> named = plan(topic);
        return driver.createOutputTopic(
                named.name(),
                serdes.key(named).deserializer(),
                serdes.value(named).deserializer());
    }

    /** Returns the time since arrival of each scored touch, ms. */
    public List<Long> lags() {
        return lags;
    }

    /** Returns the counters of all records so far, as written to the store. */
    public TouchpointCounters counters() {
        return CustomerStates.counters(customers().entries());
    }

    @SuppressWarnings("unchecked")
    public WriteBehindStore<Relationships> customers() {
        Map<String, org.apache.kafka.streams.processor.StateStore> stores = driver.getAllStateStores();
        return (WriteBehindStore<Relationships>) stores.get(TouchpointTopology.CUSTOMERS);
    }

    @Override
    public void close() {
        driver.close();
    }
}
