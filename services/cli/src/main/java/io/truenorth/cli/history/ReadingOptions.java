package io.truenorth.cli.history;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.OutputPlaces;
import io.truenorth.cli.command.ResultFile;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.Document;
import io.truenorth.documents.history.CustomerNames;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryMappingDocument;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.ReportingCurrency;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options for reading histories. */
public final class ReadingOptions {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A scoring model, in YAML; 'truenorth model' prints the standard model.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A mapping for files with other columns, in YAML; 'truenorth mapping' prints an example.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = {
                "The source from which event ids are derived: equal lines in files of the same source are one event."
                        + " Default: the name of the file without .csv, .jsonl and .gz."
            })
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Writes every rejected line to FILE, as JSON Lines: file, line, column, expected, found.")
    private Optional<Path> rejected = Optional.empty();

    @Option(
            names = "--allow-customer",
            paramLabel = "ID",
            description = {
                "Accepts a customer whose id looks like a placeholder, such as 0; may be given several"
                        + " times. By default, lines of undefined, null, guest and the like are rejected."
            })
    private List<String> allowedCustomers = List.of();

    /** The scoring model, which determines the accepted kinds. */
    public ScoringModel model() {
        return model.map(file -> ScoringModelDocument.read(Document.at(file))).orElseGet(ScoringModel::standard);
    }

    /** The mapping; the canonical form without one. */
    public HistoryMapping mapping(ScoringModel scoringModel) {
        return mapping.map(file -> HistoryMappingDocument.read(Document.at(file), scoringModel))
                .orElseGet(HistoryMapping::canonical);
    }

    /** Rejects --allow-customer, for commands that use the list of a deployment. */
    public void requireNoAllowedCustomers() {
        if (!allowedCustomers.isEmpty()) {
            throw new CommandFailure(
                    "--allow-customer: not supported here, as the deployment configures placeholders; add "
                            + String.join(", ", allowedCustomers) + " to its identities.allowed");
        }
    }

    /**
     * Checks the files before anything is read.
     *
     * @param output the file of the option --output, if any
     * @throws CommandFailure if an output would overwrite another file of the command
     */
    public void requireOutputsApart(List<Path> files, Optional<Path> output) {
        requireOutputsApart(files, "--output", output);
    }

    /**
     * The same for results that are written by another option.
     *
     * @param option the name of the option for the results
     * @param output the file for the results, if any
     * @throws CommandFailure if an output would overwrite another file of the command
     */
    public void requireOutputsApart(List<Path> files, String option, Optional<Path> output) {
        OutputPlaces places = new OutputPlaces();
        files.forEach(file -> places.reading("the history", file));
        model.ifPresent(file -> places.reading("--model", file));
        mapping.ifPresent(file -> places.reading("--mapping", file));
        output.ifPresent(file -> places.writing(option, file));
        rejected.ifPresent(file -> places.writing("--refused", file));
    }

    /**
     * Reads histories.
     *
     * @param customers decides which customers are accepted, in addition to those allowed by the command
     * @param currency in whose minor units money counts
     * @param samples samples the lines of each source
     * @param sink creates the receiver of the events
     * @return the receiver
     * @throws UnusableHistoryException if a file cannot be read at all
     * @throws CommandFailure if no file has an event
     */
    public <S extends HistorySink> S read(
            List<Path> files,
            ScoringModel scoringModel,
            CustomerNames customers,
            ReportingCurrency currency,
            Terminal terminal,
            LineSamples samples,
            BiFunction<RejectedLines, ReadingProgress, S> sink)
            throws UnusableHistoryException, IOException {
        HistoryReader reader = reader(files, scoringModel, customers, currency, terminal);
        if (rejected.isEmpty()) {
            S complete = read(files, reader, terminal, samples, OutputStream.nullOutputStream(), sink);
            requireEvents(files, samples);
            return complete;
        }
        try (ResultFile result = ResultFile.at(rejected.get())) {
            S complete = read(files, reader, terminal, samples, result.out(), sink);
            result.complete();
            requireEvents(files, samples);
            return complete;
        }
    }

    private static void requireEvents(List<Path> files, LineSamples samples) {
        if (samples.events() == 0) {
            String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new CommandFailure(names + ": nothing was read: no line is an event");
        }
    }

    /**
     * Reads histories only for their samples, without reporting rejected lines.
     *
     * @throws UnusableHistoryException if a file cannot be read at all
     */
    public void sample(
            List<Path> files,
            ScoringModel scoringModel,
            CustomerNames customers,
            ReportingCurrency currency,
            Terminal terminal,
            LineSamples samples)
            throws UnusableHistoryException {
        HistoryReader reader = reader(files, scoringModel, customers, currency, terminal);
        for (Path file : files) {
            HistoryFile history = history(file);
            reader.read(history, samples.sampling(history, LineSamples.nowhere()));
        }
    }

    private HistoryReader reader(
            List<Path> files,
            ScoringModel scoringModel,
            CustomerNames customers,
            ReportingCurrency currency,
            Terminal terminal) {
        files.forEach(ReadingOptions::requireReadable);
        return new HistoryReader(
                mapping(scoringModel),
                scoringModel,
                named(customers),
                currency,
                terminal.clock().instant());
    }

    private CustomerNames named(CustomerNames customers) {
        return new CustomerNames(
                customers.namespace(),
                customers.placeholders().allowing(customers.namespace(), allowedCustomers),
                customers.forms());
    }

    private <S extends HistorySink> S read(
            List<Path> files,
            HistoryReader reader,
            Terminal terminal,
            LineSamples samples,
            OutputStream refusedLines,
            BiFunction<RejectedLines, ReadingProgress, S> newSink)
            throws UnusableHistoryException, IOException {
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        ReadingProgress progress = new ReadingProgress(output, terminal.clock(), sizeOf(files));
        try (RejectedLines rejectedLines = new RejectedLines(output, refusedLines)) {
            S sink = newSink.apply(rejectedLines, progress);
            for (Path file : files) {
                HistoryFile history = history(file);
                try (BackgroundSink background = new BackgroundSink(sink)) {
                    reader.read(history, samples.sampling(history, background));
                }
                progress.nextFile();
            }
            sink.end();
            rejectedLines.summarize();
            return sink;
        } finally {
            output.clearStatus();
        }
    }

    private HistoryFile history(Path path) {
        HistoryFile file = HistoryFile.at(path);
        return source.map(file::ofSource).orElse(file);
    }

    /** Checks a file before anything is read. */
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
