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

/** What all commands that score histories have in common. */
public final class HistoryOptions {
    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = {
                "The moment to look from: a date (its midnight, UTC), a time with its offset, epoch milliseconds, or"
                        + " now. Counts what happened on days that began before it. Default: now."
            })
    private String asOf = "now";

    @Option(names = "--namespace", paramLabel = "NS", description = "Customers are called NS:customer.")
    private Optional<String> namespace = Optional.empty();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** The moment to look from. */
    public Instant asOf(Terminal terminal) {
        return AsOf.parse(asOf, terminal.clock());
    }

    public ScoringModel model() {
        return reading.model();
    }

    /**
     * Told before anything is read.
     *
     * @param output where the results go, if they go to a file
     * @throws CommandFailure if an output would overwrite what the command reads or writes besides
     */
    public void requireOutputsApart(List<Path> files, Optional<Path> output) {
        reading.requireOutputsApart(files, output);
    }

    /** The name under which a customer is known outside. */
    public String nameOf(String customer) {
        return namespace.map(prefix -> prefix + ":" + customer).orElse(customer);
    }

    /** The customer in the history that somebody calls by a name, with the namespace or without. */
    public String customerOf(String name) {
        String prefix = namespace.map(text -> text + ":").orElse("");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /**
     * Reads histories into ledgers, and warns of those that repeat each other.
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
