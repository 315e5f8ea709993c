package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.FailureResolution;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth failed discard}. */
@Command(
        name = "discard",
        header = "Discards failed records.",
        description = {
            "",
            "Nothing is deleted: the records are marked as discarded with the given reason, and are no longer listed or"
                    + " replayed.",
            ""
        })
final class FailedDiscardCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Only these records, such as 3-17.")
    private List<String> ids = List.of();

    @Mixin
    private FailedOptions which = new FailedOptions();

    @Option(names = "--because", paramLabel = "TEXT", required = true, description = "The reason, which is recorded.")
    private String because = "";

    @Option(names = "--dry-run", description = "Prints what would be discarded, without discarding it.")
    private boolean dryRun;

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    FailedDiscardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FailedFilter filter = which.filter(ids, false, terminal.clock());
        if (!filter.isNarrow()) {
            throw new CommandFailure(
                    "expected some ID, --reason, --source, --since or --until: discarding all records is not supported");
        }
        if (because.isBlank()) {
            throw new CommandFailure("--because: expected a reason");
        }
        Deployment deployment = where.deployment(terminal.environment());
        FailedCounts counts = new FailedCounts(0);
        FailedRecords records = new FailedRecords(deployment);
        if (dryRun) {
            records.show(filter, counts::take);
        } else {
            discard(deployment, records, filter, counts);
        }
        PrintStream out = terminal.text();
        out.println(
                String.format(Locale.ROOT, "%,9d  %s", counts.total(), dryRun ? "would be discarded" : "discarded"));
        counts.lines().forEach(out::println);
        return ExitCodes.OK;
    }

    private void discard(Deployment deployment, FailedRecords records, FailedFilter filter, FailedCounts counts) {
        try (Resolutions resolutions = new Resolutions(deployment)) {
            records.show(filter, record -> {
                resolutions.note(record, FailureResolution.discarded(because));
                counts.take(record);
            });
            resolutions.commit();
        }
    }
}
