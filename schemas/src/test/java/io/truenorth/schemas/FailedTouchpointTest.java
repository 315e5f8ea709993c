package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.schemas.FailedTouchpoint.Header;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class FailedTouchpointTest {
    private static final FailedTouchpoint FAILED = new FailedTouchpoint(
            "INVALID_TEXT",
            "kind",
            "expected a text, was empty",
            "shöp",
            "eu-touchpoints",
            7,
            4_711L,
            1_772_359_200_000L);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(FailedTouchpoint.read(headers(FAILED))).isEqualTo(FAILED);
    }

    @Test
    void theHeadersHaveTheNamesOfTheContract() {
        assertThat(headers(FAILED).toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "truenorth.failed.reason=INVALID_TEXT",
                        "truenorth.failed.path=kind",
                        "truenorth.failed.message=expected a text, was empty",
                        "truenorth.failed.source=shöp",
                        "truenorth.failed.topic=eu-touchpoints",
                        "truenorth.failed.partition=7",
                        "truenorth.failed.offset=4711",
                        "truenorth.failed.timestamp=1772359200000");
    }

    @Test
    void theLastOfDuplicateHeadersIsReadAndNoneIsLost() {
        Headers headers = new RecordHeaders();
        headers.add("traceparent", new byte[] {1});
        headers.add(Header.OFFSET.key(), "forged".getBytes(StandardCharsets.UTF_8));

        FAILED.addTo(headers);

        assertThat(FailedTouchpoint.read(headers)).isEqualTo(FAILED);
        assertThat(headers.toArray()).hasSize(2 + Header.values().length);
    }

    @Test
    void anUnknownReasonIsReadByName() {
        FailedTouchpoint newer = new FailedTouchpoint("TOO_LOUD", "", "", "", "touchpoints", 0, 0, 0);

        FailedTouchpoint read = FailedTouchpoint.read(headers(newer));

        assertThat(read.reason()).isEqualTo("TOO_LOUD");
        assertThat(read.knownReason()).isEmpty();
        assertThat(FAILED.knownReason()).contains(FailureReason.INVALID_TEXT);
    }

    @Test
    void whatIsMissingOrNoNumberIsNamed() {
        Headers none = new RecordHeaders();
        Headers wordy = headers(FAILED).add(Header.PARTITION.key(), "many".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FailedTouchpoint.read(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header truenorth.failed.reason: missing; the record is not from" + " touchpoints-failed");
        assertThatThrownBy(() -> FailedTouchpoint.read(wordy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header truenorth.failed.partition: expected a whole number, was 'many'");
    }

    private static Headers headers(FailedTouchpoint failed) {
        Headers headers = new RecordHeaders();
        failed.addTo(headers);
        return headers;
    }
}
