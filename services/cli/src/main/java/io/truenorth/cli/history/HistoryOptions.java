package io.truenorth.cli.history;

import io.truenorth.cli.command.AsOf;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.history.CustomerNames;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that score histories. */
public final class HistoryOptions {
    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = {
                "Point in time: a date (midnight UTC), a time with offset, epoch milliseconds, or"
                        + " now. Includes the days that began before it. Default: now."
            })
    private String asOf = "now";

    @Option(names = "--namespace", paramLabel = "NS", description = "Customers are called NS:customer.")
    private Optional<String> namespace = Optional.empty();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** The point in time to score at. */
    public Instant asOf(Terminal terminal) {
        return AsOf.parse(asOf, terminal.clock());
    }

    public ScoringModel model() {
        return reading.model();
    }

    /**
     * Checked before anything is read.
     *
     * @param output the file for the results, if any
     * @throws CommandFailure if an output would overwrite another file of the command
     */
    public void requireOutputsApart(List<Path> files, Optional<Path> output) {
        reading.requireOutputsApart(files, output);
    }

    /** The customer's name with the namespace. */
    public String nameOf(String customer) {
        return namespace.map(prefix -> prefix + ":" + customer).orElse(customer);
    }

    /** The customer in the history for a name with or without the namespace. */
    public String customerOf(String name) {
        String prefix = namespace.map(text -> text + ":").orElse("");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /**
     * Reads histories into ledgers; warns of files that repeat each other.
     *
     * @throws UnusableHistoryException if a file cannot be read at all
     */
    public CustomerLedgers read(List<Path> files, ScoringModel scoringModel, Terminal terminal)
            throws UnusableHistoryException, IOException {
        CustomerNames customers = namespace
                .map(name -> new CustomerNames(name, Placeholders.standard()))
                .orElseGet(CustomerNames::standard);
        LineSamples samples = new LineSamples("");
        CustomerLedgers ledgers = reading.read(files, scoringModel, customers, terminal, samples, CustomerLedgers::new);
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        samples.repetitions().forEach(output::line);
        return ledgers;
    }
}
