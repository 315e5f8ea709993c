package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth failed}: what could not be scored, and what is done about it. */
@Command(
        name = "failed",
        synopsisSubcommandLabel = "COMMAND",
        header = "Lists, shows, replays and discards what could not be scored.",
        description = {
            "",
            "Whatever was accepted and could not be scored is kept on the topic touchpoints-failed, as it was sent and"
                    + " with the reason. Repair the cause (a source's document, a currency's rate, a schema), then"
                    + " replay.",
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

    /** The command with its commands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new FailedCommand())
                .addSubcommand(new FailedListCommand(terminal))
                .addSubcommand(new FailedShowCommand(terminal))
                .addSubcommand(new FailedReplayCommand(terminal))
                .addSubcommand(new FailedDiscardCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("failed: expected list, show, replay or discard; truenorth failed --help tells more");
    }
}
