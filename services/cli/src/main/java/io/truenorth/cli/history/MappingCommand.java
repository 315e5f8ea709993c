package io.truenorth.cli.history;

import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.history.HistoryMappingDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth mapping}: prints an example of a mapping; {@code truenorth mapping suggest} proposes one for a file. */
@Command(
        name = "mapping",
        header = "Prints an example of a mapping, with a comment for every key.",
        description = {"", "A mapping describes histories with columns other than the standard ones:", ""},
        footer = {
            "",
            "  truenorth mapping > shop.yaml",
            "  truenorth score shop.csv --mapping shop.yaml",
            "",
            "'truenorth mapping suggest FILE' proposes one for a file."
        })
public final class MappingCommand implements Callable<Integer> {

    private final Terminal terminal;

    private MappingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommand. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new MappingCommand(terminal)).addSubcommand(new MappingSuggestCommand(terminal));
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().write(HistoryMappingDocument.exampleText().getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
