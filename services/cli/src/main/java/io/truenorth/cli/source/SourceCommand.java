package io.truenorth.cli.source;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth source}: the documents that say what payloads of other systems become. */
@Command(
        name = "source",
        synopsisSubcommandLabel = "COMMAND",
        header = "Lists, shows and checks sources: how payloads of other systems become touchpoints.",
        description = {
            "",
            "A source is a small YAML document (docs/sources.md). Those of many systems come with the project; a"
                    + " document of your own may extend one of them, or begin from nothing.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth source list",
            "  truenorth source show stripe > stripe.yaml",
            "  truenorth source check stripe.yaml payload.json"
        })
public final class SourceCommand implements Runnable {

    private SourceCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new SourceCommand())
                .addSubcommand(new SourceListCommand(terminal))
                .addSubcommand(new SourceShowCommand(terminal))
                .addSubcommand(new SourceCheckCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("expected list, show or check; see truenorth source --help");
    }
}
