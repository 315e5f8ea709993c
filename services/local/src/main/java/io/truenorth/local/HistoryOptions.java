package io.truenorth.local;

import io.truenorth.documents.Document;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryMappingDocument;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.local.histories.CustomerLedgers;
import io.truenorth.local.histories.Notes;
import io.truenorth.local.histories.Progress;
import io.truenorth.local.histories.Refusals;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What all commands that read histories have in common. */
final class HistoryOptions {

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = {
                "The moment to look from: a date (its midnight, UTC), a time with its offset, epoch milliseconds, or"
                        + " now. Counts what happened on days that began before it. Default: now."
            })
    private String asOf = "now";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A scoring model of your own, in YAML; 'truenorth model' prints the standard one.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Says how to read files of another form, in YAML; 'truenorth mapping' prints an example.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--namespace", paramLabel = "NS", description = "Customers are called NS:customer.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = {
                "The source that the ids of events are derived from: a line that two files of one source hold is one"
                        + " event. Default: the name of the file without .csv, .jsonl and .gz."
            })
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Writes every refused line there, as JSON Lines: file, line, column, expected, found.")
    private Optional<Path> refused = Optional.empty();

    /** The moment to look from. */
    Instant asOf(Terminal terminal) {
        return AsOf.parse(asOf, terminal.clock());
    }

    ScoringModel model() {
        return model.map(file -> ScoringModelDocument.read(Document.at(file))).orElseGet(ScoringModel::standard);
    }

    /**
     * Told before anything is read.
     *
     * @param output where the results go, if they go to a file
     * @throws CommandFailure if an output would overwrite what the command reads or writes besides
     */
    void requireOutputsApart(List<Path> files, Optional<Path> output) {
        OutputPlaces places = new OutputPlaces();
        files.forEach(file -> places.reading("the history", file));
        model.ifPresent(file -> places.reading("--model", file));
        mapping.ifPresent(file -> places.reading("--mapping", file));
        output.ifPresent(file -> places.writing("--output", file));
        refused.ifPresent(file -> places.writing("--refused", file));
    }

    /** The name under which a customer is known outside. */
    String nameOf(String customer) {
        return namespace.map(prefix -> prefix + ":" + customer).orElse(customer);
    }

    /** The customer in the history that somebody calls by a name, with the namespace or without. */
    String customerOf(String name) {
        String prefix = namespace.map(text -> text + ":").orElse("");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /**
     * Reads histories into ledgers.
     *
     * @throws UnusableHistoryException if a file cannot be read at all
     */
    CustomerLedgers read(List<Path> files, ScoringModel scoringModel, Terminal terminal)
            throws UnusableHistoryException, IOException {
        files.forEach(HistoryOptions::requireReadable);
        HistoryMapping columns = mapping.map(file -> HistoryMappingDocument.read(Document.at(file), scoringModel))
                .orElseGet(HistoryMapping::canonical);
        HistoryReader reader =
                new HistoryReader(columns, scoringModel, terminal.clock().instant());
        if (refused.isEmpty()) {
            return read(files, reader, terminal, OutputStream.nullOutputStream());
        }
        try (ResultFile result = ResultFile.at(refused.get())) {
            CustomerLedgers ledgers = read(files, reader, terminal, result.out());
            result.complete();
            return ledgers;
        }
    }

    private CustomerLedgers read(List<Path> files, HistoryReader reader, Terminal terminal, OutputStream refusedLines)
            throws UnusableHistoryException, IOException {
        Notes notes = new Notes(terminal.err(), terminal.errIsTerminal());
        Progress progress = new Progress(notes, terminal.clock(), sizeOf(files));
        try (Refusals refusals = new Refusals(notes, refusedLines)) {
            CustomerLedgers ledgers = new CustomerLedgers(refusals, progress);
            for (Path file : files) {
                reader.read(history(file), ledgers);
                progress.nextFile();
            }
            refusals.summarize();
            return ledgers;
        } finally {
            notes.clearStatus();
        }
    }

    private HistoryFile history(Path path) {
        HistoryFile file = HistoryFile.at(path);
        return source.map(file::ofSource).orElse(file);
    }

    /** Told before anything is done. */
    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + ": expected a file, is a directory");
        }
        if (!Files.isReadable(file)) {
            throw new CommandFailure(file + ": permission denied");
        }
    }

    private static long sizeOf(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
