package io.truenorth.cli.backtest;

import io.truenorth.backtest.Backtest;
import io.truenorth.backtest.BacktestResult;
import io.truenorth.backtest.Bootstrap;
import io.truenorth.backtest.Cohort;
import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.backtest.UndefinedOutcomeException;
import io.truenorth.backtest.report.BacktestPage;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.explain.TerminalStyle;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth backtest}: how well scores predict what customers do afterwards. */
@Command(
        name = "backtest",
        header = "Measures how well scores predict what customers did afterwards.",
        description = {
            "",
            "Scores all customers of histories at a midnight of the past, and compares the scores, their dimensions and"
                    + " simpler predictors (recency, frequency, RFM, BG/NBD) with what the customers did afterwards. Each"
                    + " measure has a 95 %% interval. docs/backtest.md describes the measures.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth backtest history.csv.gz --cut 2017-10-01 --horizon 92",
            "  truenorth backtest shop.csv --cut 2017-10-01 --horizon 92 --report shop.html"
        })
public final class BacktestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "HISTORY", arity = "1..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Option(
            names = "--outcome",
            paramLabel = "KINDS|FILE",
            description = {
                "What is predicted: kinds of touch by the customer, separated by commas, or a file that lists the customers"
                        + " with the outcome (CSV with the column customer, and count if it varies). Default: the customer"
                        + " is active again."
            })
    private Optional<String> outcome = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes the result as an HTML page with charts, a single file.")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private BootstrapOptions bootstrap = new BootstrapOptions();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    public BacktestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Path> list = outcomeFile();
        List<Path> inputs = new ArrayList<>(files);
        list.ifPresent(inputs::add);
        options.requireOutputsApart(inputs, "--report", report);
        OutcomeWindow days = window.required(terminal);
        Bootstrap resampling = bootstrap.bootstrap();
        ScoringModel model = options.model();
        Optional<OutcomeRule> listed = list.map(file -> OutcomeList.read(file, options::customerOf));
        CustomerLedgers ledgers = options.read(files, model, terminal);
        OutcomeRule rule = listed.orElseGet(() -> OutcomeKinds.rule(outcome, ledgers.all(), model));
        Cohort cohort = Cohort.of(ledgers.sorted(), days);
        print(backtest(cohort, model, rule).run(resampling));
        tellOfMissingDays(ledgers.lastDay(), days);
        terminal.err().println(ledgers.summary(cohort.size()));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    /** The option's value if it is a file, and not a list of kinds. */
    private Optional<Path> outcomeFile() {
        Optional<Path> file = outcome.map(Path::of);
        if (file.isPresent() && Files.exists(file.get())) {
            return file;
        }
        if (outcome.isPresent() && outcome.get().matches(".*[/.\\\\].*")) {
            throw new CommandFailure(outcome.get() + ": no such file");
        }
        return Optional.empty();
    }

    private static Backtest backtest(Cohort cohort, ScoringModel model, OutcomeRule rule) {
        try {
            return new Backtest(cohort, model, rule);
        } catch (UndefinedOutcomeException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private void tellOfMissingDays(int last, OutcomeWindow days) {
        if (last < days.lastDay()) {
            terminal.err()
                    .println("the histories end on " + LocalDate.ofEpochDay(last) + ", before the " + days.days()
                            + " days from the cut on do: outcomes may be missing");
        }
    }

    private void print(BacktestResult result) throws IOException {
        TerminalStyle style = new TerminalStyle(terminal.isUnicode(), terminal.colours());
        String text = new BacktestText(result, style)
                .lines().stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
        terminal.out().write(text.getBytes(terminal.charset()));
        terminal.out().flush();
        if (report.isPresent()) {
            try (ResultFile page = ResultFile.at(report.get())) {
                page.out()
                        .write(new BacktestPage(result, HistoryOptions.names(files))
                                .html()
                                .getBytes(StandardCharsets.UTF_8));
                page.complete();
            }
        }
    }
}
