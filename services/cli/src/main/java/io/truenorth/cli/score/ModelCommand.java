package io.truenorth.cli.score;

import io.truenorth.cli.backtest.ModelTuneCommand;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.model.ScoringModelDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth model}: prints the standard model, as a template; {@code truenorth model tune} finds one for histories. */
@Command(
        name = "model",
        header = "Prints the standard scoring model, with a comment for every key.",
        description = {"", "A custom model contains only the keys that differ from it:", ""},
        footer = {
            "",
            "  truenorth model > ours.yaml",
            "  truenorth score history.csv --model ours.yaml",
            "",
            "'truenorth model tune HISTORY' finds the pace of a business in its histories."
        })
public final class ModelCommand implements Callable<Integer> {

    private final Terminal terminal;

    private ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommand. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new ModelCommand(terminal)).addSubcommand(new ModelTuneCommand(terminal));
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().write(ScoringModelDocument.standardText().getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
