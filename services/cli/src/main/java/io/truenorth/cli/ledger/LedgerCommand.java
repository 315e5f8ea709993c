package io.truenorth.cli.ledger;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code truenorth ledger}: backup and restore of all customers. */
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "COMMAND",
        header = "Exports and imports all customers: backup, and growth of partitions.",
        description = {
            "",
            "The ledgers of a running system hold every event ever counted, while the topic touchpoints keeps 30 days. An"
                    + " export is a file of all ledgers, consistent with the offsets of touchpoints that it states. It can"
                    + " be imported into a system with any number of partitions, as often as needed: an event counts once.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth ledger export backup.avro",
            "  truenorth ledger import backup.avro --bootstrap-servers kafka:9092 \\",
            "      --registry-url http://registry:8081",
            "",
            "docs/backup.md explains both step by step."
        })
public final class LedgerCommand implements Runnable {

    private LedgerCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new LedgerCommand())
                .addSubcommand(new LedgerExportCommand(terminal))
                .addSubcommand(new LedgerImportCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandFailure("ledger: expected export or import; see truenorth ledger --help");
    }
}
