package io.truenorth.cli.identity;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth identity}: which identities are one customer. */
@Command(
        name = "identity",
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows, links and splits the identities of customers.",
        description = {
            "",
            "A person has several identities, each NAMESPACE:VALUE: an account, a loyalty card, an e-mail address, a"
                    + " browser. Identities that come in one event become one customer, who has one score, unless a guard"
                    + " objects, as when each has an account of its own.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth identity show crm:c-17",
            "  truenorth identity show email:ann@example.org",
            "  truenorth identity link crm:c-17 card:4711",
            "  truenorth identity split card:4711"
        })
public final class IdentityCommand implements Runnable {

    private IdentityCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new IdentityCommand())
                .addSubcommand(new IdentityShowCommand(terminal))
                .addSubcommand(new IdentityLinkCommand(terminal))
                .addSubcommand(new IdentitySplitCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("identity: expected show, link or split; see truenorth identity --help");
    }
}
