package io.truenorth.cli.ledger;

import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.replay.UnprocessedRecords;
import io.truenorth.deployment.Deployment;
import io.truenorth.query.ModelReport;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerFileWriter;
import io.truenorth.standalone.terminal.StatusOutput;
import io.truenorth.streams.topology.StreamsTopology;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truenorth ledger export}: writes what is stored of all customers to a file. */
@Command(
        name = "export",
        header = "Writes the ledgers of all customers to a file while the system runs.",
        description = {
            "",
            "Writes each customer's ledger, attributes and last published score to an Avro object container file, compressed"
                    + " by Zstandard. The file appears under its name when it is complete. It has every counted touchpoint before"
                    + " the offsets that it states, and possibly later ones: after an import, replay touchpoints from these"
                    + " offsets, and nothing is missing and nothing counts twice.",
            "",
            "If customers are joined or split during the export, what moves between them may be missing: the command says so,"
                    + " and exits with 3.",
            "",
            "The file has personal data. It is readable by its owner only.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth ledger export backup.avro",
            "  truenorth ledger export backup.avro --bootstrap-servers kafka:9092 \\",
            "      --registry-url http://registry:8081 --url http://streams:8082",
        })
public final class LedgerExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    public LedgerExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        Deployment deployment = where.deployment(terminal.environment());
        QueryClient queries = deployment.queryClient();
        ModelReport model = queries.model();
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        String topic = deployment.topics().topic(Topics.TOUCHPOINTS).name();
        LedgerFileHeader begun = new LedgerFileHeader(
                deployment.applicationId(),
                model.id() + " " + model.version(),
                topic,
                processedOffsets(deployment, topic, output),
                terminal.clock().instant(),
                0);
        ExportedJoins before = ExportedJoins.now(queries, begun.offsets().size());
        LedgerFileHeader header;
        try (ResultFile result = ResultFile.at(file)) {
            header = export(queries, begun, result, output);
            result.complete();
        } finally {
            output.clearStatus();
        }
        output.line(String.format(
                Locale.ROOT,
                "exported %,d customers, %.1f MiB, in %.1f s",
                header.customers(),
                Files.size(file) / (double) (1 << 20),
                (System.nanoTime() - start) / 1e9));
        output.line("offsets of " + topic + ": " + header.offsetsText());
        ExportedJoins after = ExportedJoins.now(queries, begun.offsets().size());
        if (before.allowExactExport(after)) {
            return ExitCodes.OK;
        }
        output.line("identities were joined or split during the export (" + after.since(before) + " times, "
                + after.underWay()
                + " messages under way): what moved from one customer to another may be missing. Export again.");
        return ExitCodes.REFUSED;
    }

    /**
     * The committed offsets of the touchpoints, once everything before them has reached its customer: touchpoints that were
     * forwarded to another partition, and imports, are processed later.
     */
    private static Map<Integer, Long> processedOffsets(Deployment deployment, String topic, StatusOutput output)
            throws InterruptedException {
        try (UnprocessedRecords kafka = new UnprocessedRecords(deployment)) {
            Map<Integer, Long> offsets = kafka.committed(topic);
            List<String> others = new ArrayList<>(StreamsTopology.repartitionTopics(deployment.applicationId()));
            others.add(deployment.topics().topic(Topics.LEDGER_IMPORTS).name());
            for (String other : others) {
                kafka.awaitProcessed(
                        other, () -> output.status("waiting for records of " + other + " to be processed"));
            }
            return offsets;
        }
    }

    /** The number of customers is known at the end, and stands at the beginning: the parts are collected in another file. */
    private LedgerFileHeader export(QueryClient queries, LedgerFileHeader begun, ResultFile result, StatusOutput output)
            throws IOException {
        try (ResultFile.Scratch scratch = result.scratch()) {
            long customers;
            try (LedgerFileWriter parts = new LedgerFileWriter(Files.newOutputStream(scratch.path()), Map.of())) {
                customers = new LedgerPages(
                                queries, begun.offsets().size(), progress -> output.status("exported " + progress))
                        .forEach(page -> parts.appendAll(new ByteArrayInputStream(page)));
            }
            LedgerFileHeader header = begun.withCustomers(customers);
            try (LedgerFileWriter complete = new LedgerFileWriter(result.out(), header.metadata());
                    InputStream parts = new BufferedInputStream(Files.newInputStream(scratch.path()))) {
                complete.appendAll(parts);
            }
            return header;
        }
    }
}
