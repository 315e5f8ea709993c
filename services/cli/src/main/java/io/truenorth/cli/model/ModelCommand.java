package io.truenorth.cli.model;

import io.truenorth.cli.backtest.ModelTuneCommand;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.model.ScoringModelDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth model}: prints the standard model, as a template; its subcommands work with models of one's own. */
@Command(
        name = "model",
        header = "Prints the standard scoring model, with a comment for every key.",
        description = {"", "A custom model contains only the keys that differ from it.", ""},
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth model > ours.yaml",
            "  truenorth model check ours.yaml",
            "  truenorth model diff standard ours.yaml --history history.csv",
            "  truenorth score history.csv --model ours.yaml"
        })
public final class ModelCommand implements Callable<Integer> {

    private final Terminal terminal;

    private ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new ModelCommand(terminal))
                .addSubcommand(new ModelCheckCommand(terminal))
                .addSubcommand(new ModelShowCommand(terminal))
                .addSubcommand(new ModelDiffCommand(terminal))
                .addSubcommand(new ModelTuneCommand(terminal))
                .addSubcommand(new ModelSchemaCommand(terminal));
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().write(ScoringModelDocument.standardText().getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
