package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.UnknownKinds;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.customer.TouchpointCounters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that cannot be scored: each is published with its reason, none lost, none altered. */
class FailedTouchpointsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String MORNING = "2026-03-01T08:00:00Z";
    private static final byte[] KEY = "crm:c-1".getBytes(StandardCharsets.UTF_8);
    private static final int DAY_LIMIT = 3;

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(
                Plans.with(
                        TopicCatalogue.standard().withAgreedPartitions(1),
                        new RelationshipLimits(DAY_LIMIT, 1L << 28, 500, 30_000),
                        rejectingUnknownKinds()),
                state,
                NOON);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static ScoringModel rejectingUnknownKinds() {
        ScoringModel model = ScoringModel.standard();
        return new ScoringModel(
                model.id(),
                model.version(),
                model.engagement(),
                model.money(),
                model.connectedness(),
                model.reciprocity(),
                model.sentiment(),
                model.advocacy(),
                model.risk(),
                new Kinds(model.kinds().rules(), UnknownKinds.REFUSE),
                model.stages(),
                model.answerScales());
    }

    private static TouchpointBuilder good() {
        return aTouchpoint("review_posted").at(MORNING);
    }

    @Test
    void aRecordIsKeptByteForByteWithItsHeadersAndSaysWhereItCameFrom() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", new byte[] {1, 2});
        byte[] value = {9, 9, 9, 9, 9, 9};

        bench.sendBytes(KEY, value, headers);

        TestRecord<byte[], byte[]> failed = onlyFailed();
        assertThat(failed.key()).isEqualTo(KEY);
        assertThat(failed.value()).isEqualTo(value);
        assertThat(failed.headers().lastHeader("traceparent").value()).containsExactly(1, 2);
        assertThat(FailedTouchpoint.read(failed.headers())).satisfies(why -> {
            assertThat(why.knownReason()).contains(FailureReason.NOT_WIRE_FORMAT);
            assertThat(why.topic()).isEqualTo("touchpoints");
            assertThat(why.partition()).isZero();
            assertThat(why.offset()).isZero();
            assertThat(why.timestamp()).isEqualTo(NOON.toEpochMilli());
        });
        assertThat(headers.toArray()).hasSize(1);
    }

    @Test
    void nullsFail() {
        bench.sendBytes(null, bench.encode(good().build()), new RecordHeaders());
        bench.sendBytes(KEY, null, new RecordHeaders());

        List<TestRecord<byte[], byte[]>> failed = bench.failed();
        assertThat(failed).extracting(this::reason).containsExactly("NULL_KEY", "NULL_VALUE");
        assertThat(failed.get(0).key()).isNull();
        assertThat(failed.get(1).value()).isNull();
    }

    @Test
    void whatIsNotATouchpointFails() throws Exception {
        byte[] touchpoint = bench.encode(good().build());

        sendValue(new byte[0]);
        sendValue("{\"json\": true}".getBytes(StandardCharsets.UTF_8));
        sendValue(withSchemaId(touchpoint, 4711));
        sendValue(withSchemaId(touchpoint, registerOther()));
        sendValue(Arrays.copyOf(touchpoint, touchpoint.length - 3));
        sendValue(Arrays.copyOf(touchpoint, touchpoint.length + 1));

        assertThat(bench.failed())
                .extracting(this::reason)
                .containsExactly(
                        "NOT_WIRE_FORMAT",
                        "NOT_WIRE_FORMAT",
                        "UNKNOWN_SCHEMA",
                        "WRONG_RECORD",
                        "BAD_BODY",
                        "TRAILING_BYTES");
    }

    @Test
    void fieldsThatCannotBeTakenAreNamed() {
        Map<TouchpointBuilder, String> bad = Map.ofEntries(
                Map.entry(good().byAll(List.of()), "NO_IDENTITY at identities"),
                Map.entry(identity("", "c-1"), "INVALID_IDENTITY at identities[0].namespace"),
                Map.entry(identity("a:b", "c-1"), "INVALID_IDENTITY at identities[0].namespace"),
                Map.entry(identity("crm", ""), "INVALID_IDENTITY at identities[0].value"),
                Map.entry(identity("crm", "x".repeat(2_000)), "OVERSIZED at identities[0].value"),
                Map.entry(good().withId(""), "INVALID_TEXT at eventId"),
                Map.entry(good().on(""), "INVALID_TEXT at channel"),
                Map.entry(good().with("", "x"), "INVALID_TEXT at attributes"),
                Map.entry(manyAttributes(), "OVERSIZED at attributes"),
                Map.entry(good().at(-1), "TIME_BEFORE_1970 at occurredAt"),
                Map.entry(good().at("2026-03-01T12:05:01Z"), "TIME_BEYOND_SKEW at occurredAt"),
                Map.entry(good().at(Long.MAX_VALUE), "TIME_BEYOND_SKEW at occurredAt"),
                Map.entry(good().revised(-1), "INVALID_REVISION at revision"),
                Map.entry(good().takingBack(""), "INVALID_TEXT at retracts"),
                Map.entry(good().saying(Double.NaN), "INVALID_SENTIMENT at sentiment"),
                Map.entry(good().saying(1.5), "INVALID_SENTIMENT at sentiment"),
                Map.entry(good().worth(Touch.MAX_VALUE_MINOR + 1), "INVALID_MONEY at money.amountMinor"),
                Map.entry(good().worth(Long.MAX_VALUE, "GBP"), "INVALID_MONEY at money.amountMinor"),
                Map.entry(good().worth(1, "USD"), "UNKNOWN_CURRENCY at money.currency"),
                Map.entry(aTouchpoint("purchase").at(MORNING), "KIND_REFUSED at kind"));

        bad.forEach((touchpoint, expected) -> {
            sendValue(bench.encode(touchpoint.build()));

            FailedTouchpoint why = FailedTouchpoint.read(onlyFailed().headers());
            assertThat(why.reason() + " at " + why.path()).isEqualTo(expected);
            assertThat(why.source()).isEqualTo("test");
            assertThat(why.message()).startsWith("expected");
        });
        assertThat(bench.scores()).isEmpty();
    }

    @Test
    void consentOfAnEventThatTakesAnotherBackIsRejectedByName() {
        Touchpoint consenting = good().build();
        consenting.setConsent(new Consent(true, null));
        consenting.setRetracts("e-17");

        sendValue(bench.encode(consenting));

        FailedTouchpoint why = FailedTouchpoint.read(onlyFailed().headers());
        assertThat(why.reason() + " at " + why.path()).isEqualTo("INVALID_CONSENT at consent");
        assertThat(why.message()).startsWith("expected none, as the event takes another one back");
        assertThat(bench.scores()).isEmpty();
    }

    @Test
    void aFullDayRejectsTheRestAndStillKnowsItsDuplicates() {
        for (int event = 0; event < DAY_LIMIT; event++) {
            bench.send(good().withId("e-" + event));
        }
        bench.send(good().withId("one-too-many"));
        bench.send(good().withId("e-0"));

        assertThat(reason(onlyFailed())).isEqualTo("DAY_FULL");
        assertThat(bench.counters().duplicates()).isEqualTo(1);
    }

    @Test
    void inIsScoredAndFailedAndDuplicatesWithBadRecordsOfEveryKind() throws Exception {
        bench.send(good().withId("e-1"));
        bench.send(good().withId("e-1"));
        assertThat(bench.scores()).hasSize(1);
        nullsFail();
        whatIsNotATouchpointFails();
        fieldsThatCannotBeTakenAreNamed();
        bench.send(good().withId("e-2").by("c-2"));

        TouchpointCounters counters = bench.counters();
        assertThat(counters.received()).isEqualTo(31);
        assertThat(counters.scored()).isEqualTo(2);
        assertThat(counters.duplicates()).isEqualTo(1);
        assertThat(counters.received())
                .isEqualTo(counters.scored()
                        + counters.failed()
                        + counters.duplicates()
                        + counters.waiting()
                        + counters.suppressed());
        Map<FailureReason, Long> expected = new EnumMap<>(FailureReason.class);
        expected.put(FailureReason.NULL_KEY, 1L);
        expected.put(FailureReason.INVALID_IDENTITY, 3L);
        expected.put(FailureReason.TIME_BEYOND_SKEW, 2L);
        assertThat(counters.failedByReason()).containsAllEntriesOf(expected);
    }

    private static TouchpointBuilder identity(String namespace, String value) {
        return good().byAll(List.of(new Identity(namespace, value)));
    }

    private static TouchpointBuilder manyAttributes() {
        TouchpointBuilder touchpoint = good();
        IntStream.range(0, 101).forEach(i -> touchpoint.with("a" + i, "x"));
        return touchpoint;
    }

    private int registerOther() throws Exception {
        Schema other = SchemaBuilder.record("Parcel")
                .namespace("elsewhere")
                .fields()
                .requiredString("id")
                .endRecord();
        return bench.registry().register("parcels-value", new AvroSchema(other));
    }

    private static byte[] withSchemaId(byte[] record, int id) {
        byte[] copy = record.clone();
        ByteBuffer.wrap(copy).putInt(1, id);
        return copy;
    }

    private void sendValue(byte[] value) {
        bench.sendBytes(KEY, value, new RecordHeaders());
    }

    private TestRecord<byte[], byte[]> onlyFailed() {
        List<TestRecord<byte[], byte[]>> failed = bench.failed();
        assertThat(failed).hasSize(1);
        return failed.get(0);
    }

    private String reason(TestRecord<byte[], byte[]> failed) {
        return FailedTouchpoint.read(failed.headers()).reason();
    }
}
