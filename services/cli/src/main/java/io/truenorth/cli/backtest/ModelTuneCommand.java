package io.truenorth.cli.backtest;

import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.UndefinedOutcomeException;
import io.truenorth.backtest.tune.ModelTuning;
import io.truenorth.backtest.tune.TuningResult;
import io.truenorth.backtest.tune.TuningWindows;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.cli.ledger.LiveLedgers;
import io.truenorth.deployment.Deployment;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.standalone.terminal.StatusOutput;
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
        header = "Finds the model whose pace, k and weights suit histories, or the customers of a running system.",
        description = {
            "",
            "Compares variants of the standard model by how well they predict outcomes in the earlier part of the histories,"
                    + " by cross-validation, and writes a model document with the reason. The later part takes no part in"
                    + " the choice; the document tells how the choice did there. The standard model is kept unless another"
                    + " one is better by more than two standard errors.",
            "",
            "With --live it reads the ledgers of the customers of a running system, who have a score.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth model tune history.csv.gz -o ours.yaml",
            "  truenorth model tune --live -o ours.yaml",
            "  truenorth model tune history.csv.gz --cut 2017-10-01 --horizon 92 --outcome purchase",
            "  truenorth backtest history.csv.gz --cut 2017-10-01 --horizon 92 --model ours.yaml"
        })
public final class ModelTuneCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "HISTORY", arity = "0..*", description = "One or more histories.")
    private List<Path> files = List.of();

    @Option(names = "--live", description = "Reads the ledgers of a running system instead of histories.")
    private boolean live;

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

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    public ModelTuneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (live != files.isEmpty()) {
            throw new CommandFailure("expected either histories or --live");
        }
        options.requireOutputsApart(files, "--output", output);
        ScoringModel model = options.model();
        if (!model.equals(ScoringModel.standard())) {
            throw new CommandFailure("--model: not supported here, as variants of the standard model are compared");
        }
        return live ? tuneLive(model) : tuneHistories(model);
    }

    private int tuneHistories(ScoringModel model) throws IOException, UnusableHistoryException {
        CustomerLedgers ledgers = options.read(files, model, terminal);
        TuningResult result = tuned(ledgers.sorted(), model);
        write(new TunedModelText(result, HistoryOptions.names(files), terminal.clock()).document());
        terminal.err().println(ledgers.summary(result.customers()));
        return ledgers.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private int tuneLive(ScoringModel model) throws IOException {
        StatusOutput status = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        Deployment deployment = where.deployment(terminal.environment());
        long reactionWindow = where.reactionWindow(terminal.environment());
        SortedMap<String, RelationshipLedger> ledgers;
        try {
            ledgers = LiveLedgers.read(
                    deployment.queryClient(), reactionWindow, progress -> status.status("read " + progress));
        } finally {
            status.clearStatus();
        }
        TuningResult result = tuned(ledgers, model);
        write(new TunedModelText(result, "the system at " + deployment.queries(), terminal.clock()).document());
        return ExitCodes.OK;
    }

    private TuningResult tuned(SortedMap<String, RelationshipLedger> histories, ScoringModel model) {
        OutcomeRule rule = OutcomeKinds.rule(outcome, histories.values(), model);
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
