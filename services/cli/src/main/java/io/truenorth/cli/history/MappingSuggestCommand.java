package io.truenorth.cli.history;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.Document;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.MappingSuggestion;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth mapping suggest}: proposes a mapping for a file. */
@Command(
        name = "suggest",
        header = "Proposes a mapping for a CSV file, from its first thousand records.",
        description = {
            "",
            "Prints the mapping, with comments, on standard output, and on standard error ten lines as they would be"
                    + " read by it. What the file does not decide, such as the order of day and month in 05/03/2021, is"
                    + " not guessed: the mapping holds the question in its place (DECIDE), and the exit code is 3.",
            ""
        },
        footer = {
            "",
            "  truenorth mapping suggest shop.csv > shop.yaml",
            "  truenorth score shop.csv --mapping shop.yaml"
        })
public final class MappingSuggestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A CSV file, optionally gzipped.")
    private Path file = Path.of("");

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "The encoding of the file, such as UTF-8, windows-1252 or UTF-16LE. Default: guessed, as a proposal.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "EUR",
            description = "The reporting currency, by ISO 4217, for the lines shown. Default: ${DEFAULT-VALUE}.")
    private String currency = "EUR";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A scoring model, in YAML; 'truenorth model' prints the standard model.")
    private Optional<Path> model = Optional.empty();

    public MappingSuggestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UnusableHistoryException {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + ": expected a file, is a directory");
        }
        ScoringModel scoringModel =
                model.map(path -> ScoringModelDocument.read(Document.at(path))).orElseGet(ScoringModel::standard);
        MappingSuggestion suggestion = suggestion();
        terminal.out().write(suggestion.yaml().getBytes(StandardCharsets.UTF_8));
        terminal.out().flush();
        List<HistoryMapping> readings = suggestion.readings(scoringModel);
        LinesAsRead lines = new LinesAsRead(
                scoringModel,
                HistoryOptions.reportingCurrency(currency),
                terminal.clock().instant());
        lines.table(suggestion.beginning(), readings).forEach(terminal.err()::println);
        suggestion.questions().forEach(question -> terminal.err().println("decide: " + question));
        return suggestion.questions().isEmpty() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private MappingSuggestion suggestion() throws UnusableHistoryException {
        try {
            return MappingSuggestion.of(HistoryFile.at(file), encoding);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--encoding: " + e.getMessage());
        }
    }
}
