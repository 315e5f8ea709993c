package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @TempDir
    private Path directory;

    @Test
    void enoughIsEnoughAlsoForADirectoryThatIsYetToBeMade() {
        assertThatCode(() -> DiskSpace.require(directory.resolve("a/b"), 1, "broker"))
                .doesNotThrowAnyException();
    }

    @Test
    void tooLittleIsToldInFiguresAndLeavesNothingBehind() {
        Path wanted = directory.resolve("kafka");

        assertThatThrownBy(() -> EmbeddedKafka.start(BrokerConfig.in(wanted).withMinimumFreeBytes(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL))
                .hasMessageContaining(wanted.toString())
                .hasMessageMatching(".* has \\d+ MiB free, and the broker needs \\d+ MiB to start: .*");
        assertThat(wanted).doesNotExist();
    }
}
