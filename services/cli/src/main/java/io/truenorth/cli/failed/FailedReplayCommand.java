package io.truenorth.cli.failed;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.gateway.GatewayOptions;
import io.truenorth.deployment.Deployment;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth failed replay}. */
@Command(
        name = "replay",
        header = "Sends failed records again, to where they were received.",
        description = {
            "",
            "Records that the gateway received are sent to the gateway, which applies the current document of their"
                    + " source; records from the touchpoints topic are sent to that topic, byte for byte. Event times and"
                    + " ids are kept, and the header truenorth.replayed of the touchpoint has the id of the failed record."
                    + " A record is replayed once; if it fails again, it stays open or becomes a new failed record.",
            ""
        })
final class FailedReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Only these records, such as 3-17.")
    private List<String> ids = List.of();

    @Mixin
    private FailedOptions which = new FailedOptions();

    @Option(names = "--dry-run", description = "Prints what would be replayed, without replaying it.")
    private boolean dryRun;

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description =
                    "The corrected body of the one record that is named, which is sent in place of what was received.")
    private Optional<Path> body = Optional.empty();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    FailedReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (body.isPresent() && ids.size() != 1) {
            throw new CommandFailure("--body: expected the ID of one record");
        }
        FailedFilter filter = which.filter(ids, false, terminal.clock());
        Deployment deployment = where.deployment(terminal.environment());
        FailedRecords records = new FailedRecords(deployment);
        return dryRun ? summarize(records, filter) : replay(deployment, records, filter);
    }

    private int summarize(FailedRecords records, FailedFilter filter) {
        FailedCounts counts = new FailedCounts(0);
        records.show(filter, counts::take);
        PrintStream out = terminal.text();
        out.println(String.format(Locale.ROOT, "%,9d  would be replayed", counts.total()));
        counts.lines().forEach(out::println);
        return ExitCodes.OK;
    }

    private int replay(Deployment deployment, FailedRecords records, FailedFilter filter) throws Exception {
        Optional<byte[]> corrected = body.isPresent() ? Optional.of(bytes(body.get())) : Optional.empty();
        GatewayReplays gatewayReplays = new GatewayReplays(gateway.client(where, terminal.environment()));
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        try (Resolutions resolutions = new Resolutions(deployment)) {
            ReplayRun run = new ReplayRun(new Replays(resolutions, gatewayReplays), output);
            records.show(
                    filter, record -> run.take(corrected.map(record::withBody).orElse(record)));
            resolutions.commit();
            output.line(run.summary());
            return run.stillFailing() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
        } finally {
            output.clearStatus();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("--body: " + file + ": no such file");
        }
    }
}
