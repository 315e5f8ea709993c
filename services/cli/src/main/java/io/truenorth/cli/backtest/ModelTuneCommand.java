package io.truenorth.cli.backtest;

import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.UndefinedOutcomeException;
import io.truenorth.backtest.tune.ModelTuning;
import io.truenorth.backtest.tune.TuningResult;
import io.truenorth.backtest.tune.TuningWindows;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth model tune}: finds the pace of a business in its histories. */
@Command(
        name = "tune",
        header = "Finds the model whose pace, k and weights suit histories.",
        description = {
            "",
            "Compares variants of the standard model by how well they predict outcomes in the earlier part of the histories,"
                    + " by cross-validation, and writes a model document with the reason. The later part takes no part in"
                    + " the choice; the document tells how the choice did there. The standard model is kept unless another"
                    + " one is better by more than two standard errors.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth model tune history.csv.gz -o ours.yaml",
            "  truenorth model tune history.csv.gz --cut 2017-10-01 --horizon 92 --outcome purchase",
            "  truenorth backtest history.csv.gz --cut 2017-10-01 --horizon 92 --model ours.yaml"
        })
public final class ModelTuneCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "HISTORY", arity = "1..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Option(
            names = "--outcome",
            paramLabel = "KINDS",
            description =
                    "What is predicted: kinds of touch by the customer, separated by commas. Default: the customer is"
                            + " active again.")
    private Optional<String> outcome = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The model document. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private BootstrapOptions bootstrap = new BootstrapOptions();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    public ModelTuneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        options.requireOutputsApart(files, "--output", output);
        ScoringModel model = options.model();
        if (!model.equals(ScoringModel.standard())) {
            throw new CommandFailure("--model: not supported here, as variants of the standard model are compared");
        }
        CustomerLedgers ledgers = options.read(files, model, terminal);
        OutcomeRule rule = OutcomeKinds.rule(outcome, ledgers, model);
        TuningResult result = tuned(ledgers, model, rule);
        write(new TunedModelText(result, HistoryOptions.names(files), terminal.clock()).document());
        terminal.err().println(ledgers.summary(result.customers()));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private TuningResult tuned(CustomerLedgers ledgers, ScoringModel model, OutcomeRule rule) {
        SortedMap<String, RelationshipLedger> histories = ledgers.sorted();
        try {
            TuningWindows windows = window.window(terminal)
                    .map(later -> TuningWindows.before(later, histories.values()))
                    .orElseGet(() -> TuningWindows.of(histories.values()));
            return new ModelTuning(histories, model, rule, bootstrap.bootstrap()).run(windows);
        } catch (UndefinedOutcomeException | TuningWindows.TooShortException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private void write(String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        if (output.isEmpty()) {
            terminal.out().write(bytes);
            terminal.out().flush();
            return;
        }
        try (ResultFile file = ResultFile.at(output.get())) {
            file.out().write(bytes);
            file.complete();
        }
    }
}
