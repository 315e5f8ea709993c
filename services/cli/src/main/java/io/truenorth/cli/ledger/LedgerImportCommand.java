package io.truenorth.cli.ledger;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.replay.FailuresSince;
import io.truenorth.cli.replay.Processing;
import io.truenorth.cli.replay.UnprocessedRecords;
import io.truenorth.contract.LedgerPart;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.standalone.terminal.StatusOutput;
import io.truenorth.streams.decode.LedgerPartDecoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth ledger import}: unites the ledgers of a file with those of a running deployment. */
@Command(
        name = "import",
        header = "Unites the ledgers of an exported file with those of a running system.",
        description = {
            "",
            "Writes the file to the topic ledger-imports, and returns once the streams service has processed it. The number"
                    + " of partitions may differ from the system that was exported. A ledger is a set of events: an import"
                    + " may be repeated, as after it was killed, and may run while events arrive.",
            "",
            "A stage that had been published before the export makes no stage transition. Who was erased here does not come back:"
                    + " of erased identities the entries up to the erasure are left out, and the erasures that the file has of its"
                    + " own system hold here from now on.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth ledger import backup.avro",
            "  truenorth ledger import backup.avro --bootstrap-servers kafka:9092 \\",
            "      --registry-url http://registry:8081",
        })
public final class LedgerImportCommand implements Callable<Integer> {
    private static final int BETWEEN_NOTES = 1_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file written by truenorth ledger export.")
    private Path file = Path.of("");

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    @Option(names = "--no-wait", description = "Returns once everything is written, without waiting for the scores.")
    private boolean noWait;

    public LedgerImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        Deployment deployment = where.deployment(terminal.environment());
        LedgerFileHeader header = verified(output);
        RecordSerdes serdes = deployment.registry().serdes();
        try (UnprocessedRecords kafka = new UnprocessedRecords(deployment)) {
            return importAll(deployment, serdes, kafka, header, output);
        } finally {
            output.clearStatus();
            serdes.registry().close();
        }
    }

    /** Reads the whole file before anything is written. */
    private LedgerFileHeader verified(StatusOutput output) {
        try (LedgerFileReader parts = open()) {
            LedgerFileHeader header = LedgerFileHeader.of(parts, file);
            long customers = 0;
            try {
                for (Optional<LedgerPart> part = parts.next(); part.isPresent(); part = parts.next()) {
                    customers += endsCustomer(part.get()) ? 1 : 0;
                    if (customers % BETWEEN_NOTES == 0) {
                        output.status(String.format(Locale.ROOT, "reading: %,d customers", customers));
                    }
                }
            } catch (IOException e) {
                throw cutOff(customers, header);
            }
            if (customers != header.customers()) {
                throw cutOff(customers, header);
            }
            return header;
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read as a file of truenorth ledger export: " + e.getMessage());
        }
    }

    /** A part with suppressions is of no customer. */
    private static boolean endsCustomer(LedgerPart part) {
        return part.getLast() && part.getSuppressions().isEmpty();
    }

    private CommandFailure cutOff(long customers, LedgerFileHeader header) {
        return new CommandFailure(String.format(
                Locale.ROOT,
                "%s ends after %,d of %,d customers: it is damaged or was cut off. Nothing was imported",
                file,
                customers,
                header.customers()));
    }

    private LedgerFileReader open() throws IOException {
        return new LedgerFileReader(new BufferedInputStream(Files.newInputStream(file)));
    }

    private int importAll(
            Deployment deployment,
            RecordSerdes serdes,
            UnprocessedRecords kafka,
            LedgerFileHeader header,
            StatusOutput output)
            throws Exception {
        long start = System.nanoTime();
        String imports = deployment.topics().topic(Topics.LEDGER_IMPORTS).name();
        String failedTopic =
                deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        Map<Integer, Long> failedBefore = kafka.ends(failedTopic);
        long failed = 0;
        long sent;
        try (LedgerPartProducer producer = new LedgerPartProducer(deployment, serdes, partitions(deployment, kafka));
                LedgerFileReader parts = open()) {
            long customers = 0;
            for (Optional<LedgerPart> part = parts.next(); part.isPresent(); part = parts.next()) {
                producer.send(part.get());
                customers += endsCustomer(part.get()) ? 1 : 0;
                if (customers % BETWEEN_NOTES == 0) {
                    output.status(String.format(
                            Locale.ROOT, "importing: %,d of %,d customers", customers, header.customers()));
                }
            }
            producer.flush();
            sent = producer.sent();
            if (!noWait) {
                new Processing(deployment, kafka, output).await(imports, "parts of ledgers", sent, producer.ends());
                failed = FailuresSince.of(deployment, LedgerPartDecoder.SOURCE, failedBefore, kafka.ends(failedTopic))
                        .count();
            }
        }
        output.line(String.format(
                Locale.ROOT,
                "imported %,d customers, %.1f MiB in %,d records, failed %,d, in %.1f s",
                header.customers(),
                Files.size(file) / (double) (1 << 20),
                sent,
                failed,
                (System.nanoTime() - start) / 1e9));
        output.line("replay " + header.topic() + " of " + header.applicationId() + " from these offsets: "
                + header.offsetsText());
        return failed == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    /** After partitions were added nothing is processed, and records may be written to a partition that is not read. */
    private static int partitions(Deployment deployment, UnprocessedRecords kafka) throws InterruptedException {
        String imports = deployment.topics().topic(Topics.LEDGER_IMPORTS).name();
        String touchpoints = deployment.topics().topic(Topics.TOUCHPOINTS).name();
        int partitions = kafka.ends(imports).size();
        int agreed = kafka.ends(touchpoints).size();
        if (partitions != agreed) {
            throw new CommandFailure("topic " + imports + " has " + partitions + " partitions, and " + touchpoints
                    + " has " + agreed + ": partitions were added to one of them. Nothing was imported; see"
                    + " docs/deploy.md, 'Partitions that were added'");
        }
        return partitions;
    }
}
