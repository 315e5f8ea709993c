package io.truenorth.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.simulator.PurchaseHistoryFile;
import io.truenorth.simulator.PurchaseScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTuneCommandTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSlowBusinessGetsASlowerPaceAndGains(long seed) throws IOException {
        TunedDocument tuned = TunedDocument.of("model", "tune", history(PurchaseScenario.slowWithoutDropOut(), seed));

        assertThat(tuned.pace()).as(tuned.text()).isGreaterThanOrEqualTo(4);
        assertThat(tuned.laterDifference().value()).as(tuned.text()).isGreaterThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aQuickBusinessKeepsThePaceOrGetsAQuickerOne(long seed) throws IOException {
        TunedDocument tuned = TunedDocument.of("model", "tune", history(PurchaseScenario.quickWithDropOut(), seed));

        assertThat(tuned.pace()).as(tuned.text()).isLessThanOrEqualTo(1);
        assertThat(tuned.laterDifference().high()).as(tuned.text()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void theDocumentIsShortAndSaysWhy() throws IOException {
        String history = history(PurchaseScenario.slowWithoutDropOut(), 1);
        Path output = directory.resolve("ours.yaml");

        CommandRun run = CommandRun.of(
                "model",
                "tune",
                history,
                "--cut",
                "2025-01-01",
                "--horizon",
                "300",
                "--outcome",
                "purchase",
                "-o",
                output.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        TunedDocument tuned = new TunedDocument(Files.readString(output));
        assertThat(tuned.text().lines().count()).isLessThanOrEqualTo(40);
        assertThat(tuned.text())
                .startsWith("# Written by truenorth model tune on 2026-01-01 from history.csv.gz, 1,500 customers.\n"
                        + "# Outcome: purchase within 300 days.\n")
                .contains("# Later part, as of 2025-01-01, which took no part in the choice; with 95 % intervals.\n");
        assertThat(tuned.model().id()).isEqualTo("tuned");
        assertThat(CommandRun.of("score", history, "--model", output.toString()).exitCode())
                .isZero();
    }

    @Test
    void theStandardIsKeptWithoutAGain() throws IOException {
        PurchaseScenario standardPace = new PurchaseScenario(800, LocalDate.parse("2024-01-01"), 700, 400, 90, 1, 0.05);

        TunedDocument tuned = TunedDocument.of("model", "tune", history(standardPace, 1));

        assertThat(tuned.text())
                .contains("# The standard model is kept: no gain of more than two standard errors.\n")
                .endsWith("\nid: tuned\nversion: 1\npace: 1\n");
        assertThat(tuned.laterDifference().value()).isZero();
        assertThat(tuned.model().engagement()).isEqualTo(ScoringModel.standard().engagement());
    }

    @Test
    void theExampleIsTheSlowScenarioWithFewerCustomers() throws IOException {
        PurchaseScenario slow = PurchaseScenario.slowWithoutDropOut();
        PurchaseScenario fewer = new PurchaseScenario(
                600, slow.from(), slow.days(), slow.joinDays(), slow.meanGap(), slow.regularity(), slow.dropOut());

        assertThat(unzipped(Path.of(history(fewer, 1))))
                .isEqualTo(unzipped(Path.of("../../docs/examples/slow-shop.csv.gz")));
    }

    private static String unzipped(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCannotBeTunedIsToldInOneLine() throws IOException {
        String history = history(PurchaseScenario.slowWithoutDropOut(), 1);
        Path model = Files.writeString(directory.resolve("m.yaml"), "{id: ours, pace: slow}");

        assertThat(CommandRun.of("model", "tune").err()).contains("expected either histories or --live");
        assertThat(CommandRun.of("model", "tune", history, "--live").err())
                .contains("expected either histories or --live");
        assertThat(CommandRun.of("model", "tune", history, "--outcome", "purchas")
                        .err())
                .contains(
                        "--outcome: no customer of the history has a touch of kind \"purchas\", did you mean purchase?");
        assertThat(CommandRun.of("model", "tune", history, "--cut", "2025-01-01")
                        .err())
                .contains("expected both --cut and --horizon, or neither of them");
        assertThat(CommandRun.of("model", "tune", history, "--cut", "2022-01-04", "--horizon", "9")
                        .err())
                .contains("expected a history that begins at least six days before the cut, begins 3 before it");
        assertThat(CommandRun.of("model", "tune", history, "--model", model.toString())
                        .err())
                .contains("--model: not supported here, as variants of the standard model are compared");
        assertThat(CommandRun.of("model", "tune", "../../docs/examples/six-customers.csv")
                        .err())
                .contains("expected an outcome that at least 50 customers had");
        assertThat(CommandRun.of("model", "tune", history, "-o", history).err()).contains("would overwrite");
    }

    private String history(PurchaseScenario scenario, long seed) throws IOException {
        Path file = directory.resolve("history.csv.gz");
        PurchaseHistoryFile.write(file, scenario, seed);
        return file.toString();
    }
}
