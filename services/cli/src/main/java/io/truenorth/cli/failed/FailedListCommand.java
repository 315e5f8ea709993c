package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truenorth failed list}. */
@Command(name = "list", header = "Counts failed records by reason and source, and lists the newest.")
final class FailedListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private FailedOptions which = new FailedOptions();

    @Option(names = "--all", description = "Includes records that are replayed or discarded.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Number of records to list, the newest last. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    FailedListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new CommandFailure("--limit: expected 0 or more, was " + limit);
        }
        FailedCounts counts = new FailedCounts(limit);
        new FailedRecords(where.deployment(terminal.environment()))
                .show(which.filter(List.of(), all, terminal.clock()), counts::take);
        PrintStream out = terminal.text();
        out.println(String.format(Locale.ROOT, "%,9d  %s", counts.total(), all ? "failed" : "failed and open"));
        counts.lines().forEach(out::println);
        if (!counts.newest().isEmpty()) {
            out.println();
            counts.newest().forEach(out::println);
        }
        return ExitCodes.OK;
    }
}
