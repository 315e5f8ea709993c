package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth failed}: manages records that could not be scored. */
@Command(
        name = "failed",
        synopsisSubcommandLabel = "COMMAND",
        header = "Lists, shows, replays and discards records that could not be scored.",
        description = {
            "",
            "Accepted events that could not be scored are kept on the topic touchpoints-failed, as they were sent and"
                    + " with the reason. Fix the cause (the document of a source, the rate of a currency, a schema), then"
                    + " replay them.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth failed list",
            "  truenorth failed show 3-17",
            "  truenorth failed replay --reason UNMAPPED --source support-desk --dry-run",
            "  truenorth failed discard --source load-test --because \"never meant for this system\""
        })
public final class FailedCommand implements Runnable {

    private FailedCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new FailedCommand())
                .addSubcommand(new FailedListCommand(terminal))
                .addSubcommand(new FailedShowCommand(terminal))
                .addSubcommand(new FailedReplayCommand(terminal))
                .addSubcommand(new FailedDiscardCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("failed: expected list, show, replay or discard; see truenorth failed --help");
    }
}
