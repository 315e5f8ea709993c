package io.truenorth.cli.history;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.history.CustomerNames;
import io.truenorth.documents.history.ReportingCurrency;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that score histories. */
public final class HistoryOptions {
    @Option(names = "--namespace", paramLabel = "NS", description = "Customers are called NS:customer.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "EUR",
            description = "The reporting currency, in whose minor units money counts, by ISO 4217."
                    + " Default: ${DEFAULT-VALUE}.")
    private String currency = "EUR";

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** Customers as a gateway without settings treats them, in a namespace or in the usual one. */
    static CustomerNames customers(Optional<String> namespace) {
        return new CustomerNames(
                namespace.orElse(CustomerNames.standard().namespace()),
                Placeholders.standard(),
                HistoryOptions::normalized);
    }

    private static String normalized(String identityNamespace, String value, Optional<String> region) {
        return StandardIdentities.RULES.normalized(identityNamespace, value, region);
    }

    /** The reporting currency of an option. */
    static ReportingCurrency reportingCurrency(String code) {
        try {
            return new ReportingCurrency(code, Map.of());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--currency: " + e.getMessage());
        }
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

    /**
     * The same for results that are written by another option.
     *
     * @param option its name
     */
    public void requireOutputsApart(List<Path> files, String option, Optional<Path> output) {
        reading.requireOutputsApart(files, option, output);
    }

    /** The names of files, for the title of what is made of them. */
    public static String names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
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
        if (namespace.isPresent() && !reading.mapping(scoringModel).namespaces().isEmpty()) {
            throw new CommandFailure("--namespace: the mapping names identities, each with its namespace");
        }
        CustomerNames customers = customers(namespace);
        LineSamples samples = new LineSamples("");
        CustomerLedgers ledgers = reading.read(
                files, scoringModel, customers, reportingCurrency(currency), terminal, samples, CustomerLedgers::new);
        StatusOutput output = new StatusOutput(terminal.err(), terminal.errIsTerminal());
        samples.repetitions().forEach(output::line);
        return ledgers;
    }

    /** Loaded with the first identity, as the metadata of phone numbers are large. */
    private static final class StandardIdentities {
        private static final IdentityRules RULES = IdentityRules.standard(new Pseudonyms(Set.of(), Optional.empty()));
    }
}
