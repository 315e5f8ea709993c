package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.schemas.FailedTouchpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a broker accepts compressed and that exceed every limit uncompressed. */
class OversizedRecordTest {
    private static final byte[] KEY = "crm:c-1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEADER = {1, 2, 3};

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(Plans.standard(), state, Instant.parse("2026-03-01T12:00:00Z"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theLargestRecordIsKeptAsReceived() {
        byte[] value = new byte[room()];

        TestRecord<byte[], byte[]> failed = failed(value);

        assertThat(failed.key()).isEqualTo(KEY);
        assertThat(failed.value()).isEqualTo(value);
        assertThat(FailedTouchpoint.read(failed.headers()).reason()).isEqualTo("UNKNOWN_SCHEMA");
    }

    @Test
    void ofALargerOneIsToldWhereItLies() {
        bench.send(aTouchpoint("purchase").at("2026-02-20T11:00:00Z"));

        TestRecord<byte[], byte[]> failed = failed(new byte[room() + 1]);

        assertThat(failed.key()).isNull();
        assertThat(failed.value()).isNull();
        assertThat(failed.headers().lastHeader("h")).isNull();
        FailedTouchpoint why = FailedTouchpoint.read(failed.headers());
        assertThat(why.reason()).isEqualTo("OVERSIZED");
        assertThat(why.path()).isEmpty();
        assertThat(why.message())
                .isEqualTo(
                        "expected at most 4194304 bytes uncompressed, was 4194305; the record remains on its original topic");
        assertThat(why.offset()).isEqualTo(1);
        assertThat(bench.counters().failed()).isEqualTo(1);
    }

    private TestRecord<byte[], byte[]> failed(byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("h", HEADER);
        bench.sendBytes(KEY, value, headers);
        return bench.failed().get(0);
    }

    /** The size left for the value by key and header. */
    private static int room() {
        return FailedTouchpoint.LARGEST_KEPT - KEY.length - "h".length() - HEADER.length;
    }
}
