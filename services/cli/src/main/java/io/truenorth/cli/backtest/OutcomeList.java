package io.truenorth.cli.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.truenorth.backtest.OutcomeRule;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.FileProblem;
import io.truenorth.documents.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A file of customers who had the outcome: CSV with the column {@code customer}, and {@code count} if they had it several
 * times.
 */
final class OutcomeList {

    private static final String CUSTOMER = "customer";
    private static final String COUNT = "count";

    private OutcomeList() {}

    /**
     * Reads a list.
     *
     * @param customerOf the customer of a history for a name in the list
     * @throws CommandFailure if it cannot be read, or a line is invalid
     */
    static OutcomeRule.Listed read(Path file, UnaryOperator<String> customerOf) {
        Map<String, Double> counts = new HashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                String customer = line.findField(CUSTOMER)
                        .orElseThrow(() -> new CommandFailure(
                                file + ":1: expected a header with the column customer, was " + line.getHeader()));
                counts.merge(customerOf.apply(customer), count(file, line), Double::sum);
            }
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read: " + FileProblem.reason(e));
        } catch (UncheckedIOException e) {
            throw new CommandFailure(file + ": cannot be read: " + e.getMessage());
        } catch (CsvParseException e) {
            throw new CommandFailure(file + ": expected CSV: " + e.getMessage());
        }
        return new OutcomeRule.Listed(counts);
    }

    private static double count(Path file, NamedCsvRecord line) {
        String text = line.findField(COUNT).orElse("1");
        if (!text.matches("\\d{1,9}") || text.matches("0+")) {
            throw new CommandFailure(file + ":" + line.getStartingLineNumber()
                    + ": count: expected a whole number from 1 on, was " + Excerpt.of(text));
        }
        return Double.parseDouble(text);
    }
}
