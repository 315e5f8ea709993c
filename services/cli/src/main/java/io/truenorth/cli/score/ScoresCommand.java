package io.truenorth.cli.score;

import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.query.QueryClient;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truenorth scores}: exports the scores of a running deployment. */
@Command(
        name = "scores",
        header = "Exports the scores of a running system, as of any point in time.",
        description = {
            "",
            "Writes one line for each customer, sorted, in the format of 'truenorth score'. If a partition moves to"
                    + " another instance meanwhile, the export fails instead of omitting customers.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth scores --as-of 2026-10-01 -o scores.jsonl",
            "  truenorth scores --as-of now --namespace crm --format csv",
            "  truenorth scores --as-of now --url http://streams:8082"
        })
public final class ScoresCommand implements Callable<Integer> {
    private static final int BETWEEN_NOTES = 1_000;

    private final Terminal terminal;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "Point in time: a date (midnight UTC), a time with offset, epoch milliseconds,"
                    + " or now. Includes the days that began before it. Default: now.")
    private String asOf = "now";

    @Option(names = "--namespace", paramLabel = "NS", description = "Only customers called NS:customer.")
    private Optional<String> namespace = Optional.empty();

    @Mixin
    private ScoreOutputOptions output = new ScoreOutputOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    public ScoresCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        long moment = AsOf.parse(asOf, terminal.clock()).toEpochMilli();
        String prefix = namespace.map(name -> name + ":").orElse("");
        QueryClient queries = where.deployment(terminal.environment()).queryClient();
        return output.write(terminal, place -> write(ExportedScores.of(queries, moment, prefix), place));
    }

    private int write(ExportedScores export, ScoreOutputOptions.Place place) throws IOException {
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        long count = 0;
        try (ScoreWriter writer = place.open()) {
            Optional<ExportedCustomer> next = export.next();
            while (next.isPresent()) {
                writer.write(next.get().customer(), next.get().snapshot());
                count++;
                if (count % BETWEEN_NOTES == 0) {
                    output.status(exported(count));
                }
                next = export.next();
            }
        } finally {
            output.clearStatus();
        }
        output.line(exported(count));
        return ExitCodes.OK;
    }

    private static String exported(long count) {
        return String.format(Locale.ROOT, "exported %,d customers", count);
    }
}
