package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.Terminal;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.cli.privacy.trace.Allowance;
import io.truenorth.cli.privacy.trace.DeploymentScan;
import io.truenorth.cli.privacy.trace.FileScan;
import io.truenorth.cli.privacy.trace.IdentityTraces;
import io.truenorth.cli.privacy.trace.PlaceNames;
import io.truenorth.cli.privacy.trace.SearchedPlace;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.documents.Excerpt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth privacy verify}. */
@Command(
        name = "verify",
        header = "Looks for what is left of a person after an erasure.",
        description = {
            "",
            "Reads every record of every topic of the deployment, the internal ones of the streams service included,"
                    + " and the given directories and files, for the identities of a person, by name and by hash. Prints"
                    + " each finding with the date by which it is removed, compares it with the receipts, and ends with a"
                    + " table of all places that were searched, and a verdict. A finding that no receipt allows begins with"
                    + " an exclamation mark, and makes the exit code 1. If there is none, but a file could not be read or"
                    + " is of a form that is not searched, it is 2; if an identity is on no receipt of an erasure, 4. The"
                    + " command fails with 2 if a topic of the deployment is missing, or may not be read.",
            "",
            "Name all identities that the person had, as the export before the erasure lists them: the system has"
                    + " forgotten them. With --receipt alone, what is searched for are the hashes on the receipt, and"
                    + " names in the keys of records.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  truenorth privacy verify crm:c-17 card:4711 email:ann@example.net",
            "  truenorth privacy verify --receipt dsr-7",
            "  truenorth privacy verify crm:c-17 --state-dir /var/lib/truenorth/streams --file backup.avro"
        })
final class PrivacyVerifyCommand implements Callable<Integer> {
    private enum Format {
        text,
        jsonl
    }

    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "IDENTITY",
            description =
                    "The identities of the person, NAMESPACE:VALUE. A personal one is searched for as it is given and"
                            + " as its pseudonym, which takes the gateway's key (--config).")
    private List<String> identities = List.of();

    @Option(names = "--receipt", paramLabel = "ID", description = "The id of a receipt: searches for the hashes on it.")
    private Optional<String> receiptId = Optional.empty();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "A state directory of the streams service on this machine, without the stores of other applications"
                            + " in it; may be given several times. Of a local system its whole directory is read without"
                            + " being given, but for the broker's data.")
    private List<Path> stateDirectories = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "A file, such as an export of ledgers or a log; may be given several times. Gzipped and Avro files"
                            + " are unpacked; archives, Parquet files and texts in UTF-16 are not searched, and said so.")
    private List<Path> files = List.of();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description =
                    "A topic beyond those of the deployment, such as one that a source reads; may be given several"
                            + " times.")
    private List<String> topics = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or jsonl (one JSON object a line). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    PrivacyVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (identities.isEmpty() && receiptId.isEmpty()) {
            throw new CommandFailure("expected the identities of a person, or --receipt");
        }
        requireReadable();
        Map<String, String> typed = new LinkedHashMap<>();
        identities.forEach(identity -> typed.put(identity, StoredIdentity.of(identity, where, terminal.environment())));
        Set<String> stored = new LinkedHashSet<>(typed.values());
        Deployment deployment = where.deployment(terminal.environment());
        List<PrivacyReceipt> receipts = receipts(deployment, stored);
        IdentityTraces traces = new IdentityTraces(stored, typed, hashesOf(receipts));
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        try {
            return report(deployment, receipts, stored, traces, output);
        } finally {
            output.clearStatus();
        }
    }

    private void requireReadable() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CommandFailure("--file: " + file + ": no such file, or it cannot be read");
            }
        }
        for (Path directory : stateDirectories) {
            if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
                throw new CommandFailure("--state-dir: " + directory + ": no such directory, or it cannot be read");
            }
        }
    }

    /** The receipts of erasures of any of the identities. */
    private List<PrivacyReceipt> receipts(Deployment deployment, Set<String> stored) throws IOException {
        try (Receipts receipts = new Receipts(deployment)) {
            Set<String> hashes = new HashSet<>();
            stored.forEach(identity -> hashes.add(IdentityHash.of(identity)));
            if (receiptId.isPresent()) {
                hashes.addAll(hashesOf(erasuresOf(receiptId.get(), receipts)));
            }
            return receipts.all().stream()
                    .filter(PrivacyVerifyCommand::isErasure)
                    .filter(receipt -> receipt.getIdentities().stream().anyMatch(hashes::contains))
                    .toList();
        }
    }

    /** Several, if the id was used for several persons. */
    private static List<PrivacyReceipt> erasuresOf(String requestId, Receipts receipts) {
        Collection<PrivacyReceipt> named = receipts.ofId(requestId);
        if (named.isEmpty()) {
            throw new CommandFailure(
                    "--receipt: there is no receipt " + Excerpt.of(requestId) + " on the topic of receipts");
        }
        List<PrivacyReceipt> erasures =
                named.stream().filter(PrivacyVerifyCommand::isErasure).toList();
        if (erasures.isEmpty()) {
            throw new CommandFailure(
                    "--receipt: " + Excerpt.of(requestId) + " is a receipt of consent; expected one of an erasure");
        }
        return erasures;
    }

    private static boolean isErasure(PrivacyReceipt receipt) {
        return receipt.getOutcome() == PrivacyOutcome.ERASED || receipt.getOutcome() == PrivacyOutcome.NOTHING_KNOWN;
    }

    private static Set<String> hashesOf(List<PrivacyReceipt> receipts) {
        Set<String> hashes = new LinkedHashSet<>();
        receipts.forEach(receipt -> hashes.addAll(receipt.getIdentities()));
        return hashes;
    }

    private int report(
            Deployment deployment,
            List<PrivacyReceipt> receipts,
            Set<String> stored,
            IdentityTraces traces,
            StatusOutput output)
            throws IOException, InterruptedException {
        // Files first: topics take longer, and end the command if one may not be read.
        List<SearchedPlace> inFiles = inFiles(new FileScan(traces, deployment.applicationId()), output);
        DeploymentScan scan = new DeploymentScan(deployment, traces);
        List<SearchedPlace> searched = new ArrayList<>(scan.run(
                Set.copyOf(topics),
                (topic, count) -> output.status(String.format(Locale.ROOT, "reading %s: %,d records", topic, count))));
        searched.addAll(inFiles);
        output.clearStatus();
        Allowance allowance = new Allowance(
                new PlaceNames(deployment.topics(), deployment.applicationId()),
                receipts,
                searched.stream().flatMap(place -> place.findings().stream()).toList(),
                terminal.clock().instant());
        SearchReport report = SearchReport.of(searched, scan.notSearched(), allowance, stored);
        print(report);
        return report.exitCode();
    }

    private List<SearchedPlace> inFiles(FileScan scan, StatusOutput output) {
        List<SearchedPlace> places = new ArrayList<>();
        for (Path directory : stateDirectories) {
            output.status("reading " + directory);
            places.add(scan.directory(directory, Optional.empty()));
        }
        Optional<Path> local = where.localDirectory(terminal.environment());
        if (local.isPresent()) {
            output.status("reading " + local.get());
            places.add(scan.directory(local.get(), Optional.of(local.get().resolve("kafka"))));
        }
        for (Path file : files) {
            output.status("reading " + file);
            places.add(scan.file(file));
        }
        return places;
    }

    private void print(SearchReport report) {
        if (format == Format.jsonl) {
            report.lines().forEach(line -> ReceiptOptions.printJson(line, terminal));
        } else {
            PrintStream out = terminal.text();
            report.text().forEach(line -> out.println(Excerpt.visible(line)));
        }
    }
}
