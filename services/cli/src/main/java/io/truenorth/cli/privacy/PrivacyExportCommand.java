package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.cli.privacy.export.DataSubject;
import io.truenorth.cli.privacy.export.ExportWriter;
import io.truenorth.cli.privacy.export.LedgerExport;
import io.truenorth.cli.privacy.export.TopicExport;
import io.truenorth.deployment.Deployment;
import io.truenorth.documents.Excerpt;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.QueryClient;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth privacy export}. */
@Command(
        name = "export",
        header = "Writes all that is known of a person.",
        description = {
            "",
            "Writes JSON Lines, each with a type. The first, export, tells of whom and from which system it is, and what it"
                    + " does not have. Then identity, link, refused-link, split-pair; event and ledger, which are the whole"
                    + " history as the score counts it; attribute, consent; receipt, identity-event; touchpoint, as far back"
                    + " as the topic goes (30 days by default), and reference, those of their references that belong to the"
                    + " person; imported-ledger, imported-event and others, from the topic of imports; score, redirect,"
                    + " transition, request, failed. Records that may be somebody else's have certain: false.",
            "",
            "The events alone, with --events, are a history: truenorth score gives the customer's score for them.",
            "",
            "The file has personal data. It is readable by its owner only. An audit line on standard error tells that the"
                    + " export was made, by whom, and of whom by the hash.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy export crm:c-17 -o person.jsonl",
            "  truenorth privacy export crm:c-17 --events -o events.jsonl",
            "  truenorth score events.jsonl --currency EUR"
        })
final class PrivacyExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "IDENTITY",
            description =
                    "Any identity of the person, NAMESPACE:VALUE. A personal one is replaced by its pseudonym, which"
                            + " takes the gateway's key (--config); or it is given as the pseudonym.")
    private String identity = "";

    @Option(names = "--events", description = "Writes the events alone, in the form of a history.")
    private boolean events;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The output file, which is created once it is complete. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    PrivacyExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        String stored = StoredIdentity.of(identity, where, terminal.environment());
        Deployment deployment = where.deployment(terminal.environment());
        DataSubject person = DataSubject.of(stored, deployment.queryClient().identities(stored));
        int exitCode = export(deployment, person);
        ExportAudit.of(
                        person,
                        deployment.queries(),
                        output.map(Path::toString).orElse("standard output"),
                        terminal.clock().instant())
                .print(terminal);
        return exitCode;
    }

    private int export(Deployment deployment, DataSubject person) throws IOException {
        if (output.isEmpty()) {
            try (OutputStream out = new BufferedOutputStream(terminal.out())) {
                return export(deployment, person, out);
            }
        }
        try (ResultFile result = ResultFile.at(output.get())) {
            int exitCode = export(deployment, person, result.out());
            result.complete();
            return exitCode;
        }
    }

    private int export(Deployment deployment, DataSubject person, OutputStream out) throws IOException {
        StatusOutput status = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        QueryClient queries = deployment.queryClient();
        ExportWriter writer = events
                ? new ExportWriter(out)
                : ExportWriter.withHeader(
                        out, person, deployment, terminal.clock().instant());
        try {
            LedgerExport ledgers = LedgerExport.read(
                    queries, person, where.reactionWindow(terminal.environment()), deployment.currency());
            if (events) {
                ledgers.writeEvents(writer);
                requireSomething(writer);
            } else {
                ledgers.write(writer);
                try (TopicExport topics = new TopicExport(
                        deployment, person, identity, writer, topic -> status.status("reading " + topic))) {
                    topics.write();
                }
                requireSomething(writer);
            }
        } finally {
            status.clearStatus();
        }
        status.line("exported of " + person.customer() + ": " + summary(writer.counts()));
        return exitCode(queries, person, status);
    }

    private void requireSomething(ExportWriter writer) {
        if (writer.counts().isEmpty()) {
            throw new CommandFailure("nothing is known of " + Excerpt.of(identity));
        }
    }

    /** What moves between customers meanwhile may be missing. */
    private static int exitCode(QueryClient queries, DataSubject person, StatusOutput status) {
        Optional<IdentitiesReport> after = queries.identities(person.asked());
        boolean same =
                after.map(IdentitiesReport::identities).equals(person.report().map(IdentitiesReport::identities));
        boolean joining = after.flatMap(IdentitiesReport::joining).isPresent();
        if (same && !joining) {
            return ExitCodes.OK;
        }
        status.line("the customer was joined or split during the export: something may be missing. Export again.");
        return ExitCodes.REFUSED;
    }

    private static String summary(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
