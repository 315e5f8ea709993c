package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth privacy}: what a person may ask for. */
@Command(
        name = "privacy",
        synopsisSubcommandLabel = "COMMAND",
        header = "Erases persons, sets their consent, exports what is known of them.",
        description = {
            "",
            "A person is known by several identities, each NAMESPACE:VALUE; any of them will do. An erasure is"
                    + " answered by a receipt, which lists each place and the date by which the last trace there is gone."
                    + " It names identities by their hashes only, so that it can be kept.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy export crm:c-17 -o person.jsonl",
            "  truenorth privacy erase crm:c-17 --request-id dsr-7",
            "  truenorth privacy verify crm:c-17 card:4711",
            "  truenorth privacy consent email:ann@example.net --scoring withdrawn",
            "",
            "Note the identities that an export lists: after an erasure nobody knows them any more, and verify asks"
                    + " for them."
        })
public final class PrivacyCommand implements Runnable {

    private PrivacyCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new PrivacyCommand())
                .addSubcommand(new PrivacyEraseCommand(terminal))
                .addSubcommand(new PrivacyConsentCommand(terminal))
                .addSubcommand(new PrivacyExportCommand(terminal))
                .addSubcommand(new PrivacyVerifyCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("privacy: expected erase, consent, export or verify; see truenorth privacy --help");
    }
}
