package io.truenorth.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    /** After the history. */
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private static final String SIX = "../../docs/examples/six-customers.csv";

    @TempDir
    private Path directory;

    @Test
    void theTableNamesEveryPredictorAndBand() {
        CommandRun run = backtest();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Model standard 2, as of 2026-06-01: active again within 100 days\n"
                        + "5 customers known at the cut, ")
                .contains("AUC               top-decile lift   Spearman, count   Spearman, spend")
                .contains("\nRFM rank sum ", "\nengagement ", "\nrecency ", "\nfrequency ", "\ndecayed count ")
                .contains("\n 70–100  ");
        assertThat(run.err()).contains("scored 5 of 6 customers");
    }

    @Test
    void theSameSeedGivesTheSameTableAndAsciiTerminalsGetAscii() {
        assertThat(backtest("--seed", "4").out())
                .isEqualTo(backtest("--seed", "4").out());
        assertThat(CommandRun.inAscii("backtest", SIX, "--cut", "2025-10-01", "--horizon", "90")
                        .out())
                .contains("\nscore ")
                .matches("\\p{ASCII}+");
    }

    @Test
    void theReportIsOneHtmlFile() throws IOException {
        Path report = directory.resolve("backtest.html");

        assertThat(backtest("--outcome", "purchase", "--report", report.toString())
                        .exitCode())
                .isZero();

        assertThat(Files.readString(report)).startsWith("<!doctype html>").contains("six-customers.csv", "Purchase");
    }

    @Test
    void anOutcomeMayBeAListOfCustomers() throws IOException {
        Path list =
                Files.writeString(directory.resolve("answers.csv"), "customer,count\nchloe,2\ncrm:dan,1\nnobody,1\n");

        CommandRun run = backtest("--outcome", list.toString(), "--namespace", "crm");

        assertThat(run.out())
                .contains(": on the list within 100 days\n5 customers known at the cut, 2 with the outcome");
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws IOException {
        Path list = Files.writeString(directory.resolve("answers.csv"), "customer,count\nchloe,x\n");
        Path noCustomer = Files.writeString(directory.resolve("other.csv"), "name\nchloe\n");

        assertFailure("--outcome: no customer of the history has a touch of kind \"purchase_made\"", "purchase_made");
        assertFailure("no-such.csv: no such file", "no-such.csv");
        assertFailure(list + ":2: count: expected a whole number from 1 on, was \"x\"", list.toString());
        assertFailure(":1: expected a header with the column customer, was [name]", noCustomer.toString());
        assertThat(CommandRun.at(NOW, "backtest", SIX).err()).contains("expected --cut and --horizon, such as");
        assertThat(CommandRun.at(NOW, "backtest", SIX, "--cut", "2026-06-01T12:00Z", "--horizon", "9")
                        .err())
                .contains("--cut: expected a midnight in UTC, such as 2017-10-01, was 2026-06-01T12:00Z");
        assertThat(CommandRun.at(NOW, "backtest", SIX, "--cut", "2026-06-01", "--horizon", "0")
                        .err())
                .contains("--horizon: expected a number of days from 1 to 36500, was 0");
        assertThat(backtest("--resamples", "0").err())
                .contains("--resamples: expected a number from 1 to 100000, was 0");
        assertThat(backtest("--report", SIX).err()).contains("--report").contains("would overwrite");
        assertThat(CommandRun.at(NOW, "backtest", SIX, "--cut", "1999-01-01", "--horizon", "9")
                        .err())
                .contains("active again: 0 of 0 customers known at that time");
    }

    @Test
    void aHorizonBeyondTheHistoryIsTold() {
        assertThat(CommandRun.at(NOW, "backtest", SIX, "--cut", "2026-06-01", "--horizon", "300")
                        .err())
                .contains(
                        "the histories end on 2026-09-29, before the 300 days from the cut on do: outcomes may be missing");
        assertThat(backtest().err()).doesNotContain("outcomes may be missing");
    }

    private static void assertFailure(String message, String outcome) {
        CommandRun run = backtest("--outcome", outcome);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    private static CommandRun backtest(String... more) {
        List<String> command = new ArrayList<>(List.of("backtest", SIX, "--cut", "2026-06-01", "--horizon", "100"));
        command.addAll(List.of(more));
        return CommandRun.at(NOW, command.toArray(String[]::new));
    }
}
