package io.truenorth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class ProcessLimitsTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void enoughIsEnough() {
        assertThatCode(() -> new ProcessLimits(64 * MEBIBYTE, 256).require("gateway", 64 * MEBIBYTE, 256))
                .doesNotThrowAnyException();
    }

    @Test
    void aHeapThatIsFarTooSmallIsToldWithTheOptionThatMakesItLarger() {
        assertThatThrownBy(() -> new ProcessLimits(16 * MEBIBYTE, 256).require("gateway", 64 * MEBIBYTE, 256))
                .isInstanceOf(InsufficientResourcesException.class)
                .hasMessageContaining("16 MiB, and gateway wants at least 64 MiB")
                .hasMessageContaining("TRUENORTH_JAVA_OPTS=-Xmx256m");
    }

    @Test
    void soAreTooFewFiles() {
        assertThatThrownBy(() -> new ProcessLimits(64 * MEBIBYTE, 64).require("gateway", 64 * MEBIBYTE, 256))
                .isInstanceOf(InsufficientResourcesException.class)
                .hasMessageContaining("64 files open at once, and gateway wants at least 256")
                .hasMessageContaining("ulimit -n 1024");
    }

    @Test
    void theProcessHasLimits() {
        assertThat(ProcessLimits.ofProcess().heap()).isPositive();
        assertThat(ProcessLimits.ofProcess().files()).isPositive();
    }

    @Test
    void whatRunsOutUnderWayIsToldWhoeverMetIt() {
        Throwable files = new IllegalStateException(
                "store", new FileSystemException("/data/000012.sst", null, "Too many open files"));
        Throwable disk = new IllegalStateException("log", new IOException("No space left on device"));

        assertThat(ResourceExhaustion.of(files))
                .hasValueSatisfying(words -> assertThat(words).contains("ulimit -n"));
        assertThat(ResourceExhaustion.of(disk))
                .hasValueSatisfying(words -> assertThat(words).contains("free some space"));
        assertThat(ResourceExhaustion.of(new RuntimeException(new OutOfMemoryError("Java heap space"))))
                .hasValueSatisfying(words -> assertThat(words).contains("Java heap space", "TRUENORTH_JAVA_OPTS=-Xmx"));
        assertThat(ResourceExhaustion.of(
                        new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .hasValueSatisfying(words -> assertThat(words).contains("threads"));
        assertThat(ResourceExhaustion.of(new IllegalStateException("something else")))
                .isEmpty();
    }
}
