package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.truenorth.cli.CommandRun;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dashboard tells of customers whom nobody invented, replayed from their histories. */
class RealHistoriesIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"cdnow_sample, 1997-10-01", "btydplus_grocery, 2007-01-01", "complete_journey, 2017-10-01"})
    void aCustomerIsShownAsExported(String history, String day) throws Exception {
        Path file = histories().resolve(history + ".csv.gz");
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            CommandRun replay =
                    CommandRun.now("replay", file.toString(), "--namespace", history, "--dir", directory.toString());
            assertThat(replay.exitCode()).as(replay.err()).isZero();
            ExpectedDashboard truth = new ExpectedDashboard(system);
            truth.awaitEverybody();

            truth.assertCustomersAreThoseOfTheExport(history + ":", day + "T00:00:00Z");
            truth.assertPartsAddUp();
            truth.assertChannelsAddUp();
        }
    }

    private static Path histories() {
        Path root = Path.of("").toAbsolutePath().getParent().getParent();
        Path histories = root.resolveSibling("shared").resolve("data");
        assumeTrue(Files.isDirectory(histories), "the real histories are not here: " + histories);
        return histories;
    }
}
