package io.truenorth.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.load.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    private static final Settings SETTINGS =
            new Settings(100, 10, 5, 1, 2, 500, 2, 4, 1, List.of("-Xmx1g"), List.of("-Xmx2g"), false);
    private static final Measurement MEASURED = new Measurement(1_000, 5, 2, 1.5, 0.3, 0.8, 500, 0.1, 0.2, null);
    private static final ResultRow ROW = new ResultRow(Workload.BACKLOG, Contender.LIMIT, 1, SETTINGS, MEASURED, null);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("results.jsonl");
    }

    @Test
    void resultsAreReadBack() throws IOException {
        new ResultsFile(Optional.of(file), SETTINGS).add(ROW);

        assertThat(new ResultsFile(Optional.of(file), SETTINGS).rows()).containsExactly(ROW);
    }

    @Test
    void failedRunsAreRepeated() throws IOException {
        new ResultsFile(Optional.of(file), SETTINGS)
                .add(new ResultRow(Workload.BACKLOG, Contender.DSL, 1, SETTINGS, null, "it ended"));

        assertThat(new ResultsFile(Optional.of(file), SETTINGS).rows()).isEmpty();
    }

    @Test
    void measuredRunsAreNotRepeated() throws IOException {
        ResultsFile results = new ResultsFile(Optional.of(file), SETTINGS);
        results.add(ROW);

        assertThat(new MeasurementPlan(List.of(Workload.BACKLOG), List.of(Contender.LIMIT), 1, results).isDone())
                .isTrue();
        assertThat(new MeasurementPlan(List.of(Workload.BACKLOG), List.of(Contender.LIMIT), 2, results).isDone())
                .isFalse();
    }

    @Test
    void resultsOfOtherSettingsAreRefused() throws IOException {
        new ResultsFile(Optional.of(file), SETTINGS).add(ROW);
        Settings others = new Settings(200, 10, 5, 1, 2, 500, 2, 4, 1, List.of(), List.of(), false);

        assertThatThrownBy(() -> new ResultsFile(Optional.of(file), others))
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessageContaining("use another file");
    }

    @Test
    void aLineThatIsNoResultIsNamed() throws IOException {
        Files.writeString(file, "no JSON\n");

        assertThatThrownBy(() -> new ResultsFile(Optional.of(file), SETTINGS))
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessageContaining("no JSON");
    }

    @Test
    void theTableHasMediansRatiosAndRemarks() {
        ResultRow disturbed = new ResultRow(
                Workload.BACKLOG,
                Contender.TRUENORTH,
                1,
                SETTINGS,
                new Measurement(600, 10, 2, 1.5, 0.3, 0.8, 500, 1.5, 0.6, null),
                null);
        ResultRow failed = new ResultRow(Workload.BACKLOG, Contender.DSL, 1, SETTINGS, null, "it ended");

        assertThat(new ResultsTable(List.of(ROW, disturbed, failed)).lines())
                .anyMatch(line ->
                        line.startsWith("| `limit` | **1.0** (1.0–1.0) | 5.0 | 2.0 | 1.50 | 0.30 | 0.80 | 500 |"))
                .anyMatch(line -> line.startsWith("| `truenorth` \\* |"))
                .anyMatch(line -> line.startsWith("truenorth ÷ limit: 0.60"))
                .anyMatch(line -> line.startsWith("\\* Doubtful"))
                .contains("Failed: `dsl` on `backlog`, round 1: it ended");
    }
}
