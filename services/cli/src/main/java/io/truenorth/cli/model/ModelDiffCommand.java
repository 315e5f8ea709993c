package io.truenorth.cli.model;

import io.truenorth.cli.command.AsOfOption;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.explain.TerminalStyle;
import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.cli.history.HistoryOptions;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.UnknownKinds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth model diff}: compares two models, and the scores that they give. */
@Command(
        name = "diff",
        header = "Compares two models: their values, and the scores and stages of customers.",
        description = {
            "",
            "Prints every value that differs, by its path. With a history, scores its customers with both models, as"
                    + " 'truenorth score' does, and prints how many of them change from which stage to which, the mean"
                    + " score, and the customers whose scores change most. Nothing else is changed by it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth model diff standard ours.yaml",
            "  truenorth model diff ours.yaml better.yaml --history history.csv.gz --as-of 2017-10-01",
            "  truenorth model diff standard ours.yaml --history history.csv.gz --format jsonl"
        })
final class ModelDiffCommand implements Callable<Integer> {
    private enum Format {
        text,
        jsonl
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "A model document, or standard.")
    private String oldName = NamedModel.STANDARD;

    @Parameters(index = "1", paramLabel = "NEW", description = "A model document, or standard.")
    private String newName = NamedModel.STANDARD;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "A history, whose customers are scored with both models; may be given several times.")
    private List<Path> histories = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or jsonl (one JSON object for each customer of the history, with scores in"
                    + " micro-points). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    ModelDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        ScoringModel before = NamedModel.of(oldName);
        ScoringModel after = NamedModel.of(newName);
        requireNoOtherModel();
        if (histories.isEmpty()) {
            requireText();
            print(text().differences(before, after));
            return ExitCodes.OK;
        }
        options.requireOutputsApart(inputs(), Optional.empty());
        Instant moment = asOf.at(terminal);
        CustomerLedgers read = options.read(histories, before, terminal);
        CustomerLedgers readAfter = isReadAlike(before, after) ? read : options.read(histories, after, terminal);
        List<ModelScoreChange> changes = new ModelScores(before, read, moment.toEpochMilli())
                .changesTo(new ModelScores(after, readAfter, moment.toEpochMilli()));
        if (format == Format.jsonl) {
            write(changes);
        } else {
            List<String> lines = new ArrayList<>(text().differences(before, after));
            lines.addAll(text().changes(changes, moment, options::nameOf));
            print(lines);
        }
        terminal.err().println(readAfter.summary(changes.size()));
        return read.isComplete() && readAfter.isComplete() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private void requireNoOtherModel() {
        if (!options.model().equals(ScoringModel.standard())) {
            throw new CommandFailure("--model: not supported here, as the models are OLD and NEW");
        }
    }

    private void requireText() {
        if (format != Format.text) {
            throw new CommandFailure("--format: jsonl has a line for each customer, and requires --history");
        }
    }

    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(histories);
        Stream.of(oldName, newName)
                .filter(name -> !name.equals(NamedModel.STANDARD))
                .map(Path::of)
                .forEach(inputs::add);
        return inputs;
    }

    /** Whether both models take the same touches from a history, and the same sentiment from an answer. */
    private static boolean isReadAlike(ScoringModel before, ScoringModel after) {
        boolean acceptsAll =
                before.kinds().unknown() == UnknownKinds.ENGAGE && after.kinds().unknown() == UnknownKinds.ENGAGE;
        boolean acceptSame = before.kinds().unknown() == after.kinds().unknown()
                && before.kinds().rules().keySet().equals(after.kinds().rules().keySet());
        return (acceptsAll || acceptSame) && before.answerScales().equals(after.answerScales());
    }

    private ModelDiffText text() {
        return new ModelDiffText(new TerminalStyle(terminal.isUnicode(), terminal.colours()));
    }

    private void write(List<ModelScoreChange> changes) throws IOException {
        try (ScoreChangeWriter writer = new ScoreChangeWriter(new BufferedOutputStream(terminal.out()))) {
            for (ModelScoreChange change : changes) {
                writer.write(options.nameOf(change.customer()), change);
            }
        }
    }

    private void print(List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        terminal.out().write(text.toString().getBytes(terminal.charset()));
        terminal.out().flush();
    }
}
