package io.truenorth.cli.failed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.cli.CommandRun;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** {@code truenorth failed replay ID --body FILE}. */
class CorrectedBodyTest {

    @Test
    void aBodyCorrectsOneRecordThatIsNamed() {
        CommandRun run = CommandRun.of("failed", "replay", "--body", "corrected.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("truenorth: --body: expected the ID of one record\n");
    }

    @Test
    void theRecordKeepsItsNameAndWhatItsMeaningDependsOn() {
        FailedRecord record =
                record(FailedTouchpoint.atGateway(FailureReason.UNMAPPED, "", "no rule takes this", "desk", 7));

        FailedRecord corrected = record.withBody(new byte[] {'{', '}'});

        assertThat(corrected.value()).containsExactly('{', '}');
        assertThat(corrected.id()).isEqualTo(record.id());
        assertThat(corrected.failure()).isEqualTo(record.failure());
        assertThat(corrected.headers()).isSameAs(record.headers());
    }

    @Test
    void aRecordOfATopicIsNotCorrected() {
        FailedRecord record = record(new FailedTouchpoint("BAD_BODY", "", "", "", "touchpoints", 0, 5, 7));

        assertThatThrownBy(() -> record.withBody(new byte[0]))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("--body: expected a record that the gateway received, 3-17 is from the topic touchpoints");
    }

    private static FailedRecord record(FailedTouchpoint failure) {
        return new FailedRecord(
                new FailedId(3, 17), failure, new byte[0], new byte[] {'x'}, new RecordHeaders(), Optional.empty());
    }
}
