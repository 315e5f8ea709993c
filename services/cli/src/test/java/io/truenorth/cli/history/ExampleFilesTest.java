package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import io.truenorth.documents.Document;
import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryMappingDocument;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.documents.history.ReportingCurrency;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of files are read by their mappings as docs/examples/README.md states, and as suggested where it says so. */
class ExampleFilesTest {

    private static final Path EXAMPLES = Path.of("../../docs/examples");

    @TempDir
    private Path directory;

    /** A line of the table. */
    private record Example(
            String file, String currency, int read, int refused, int customers, BigDecimal money, String suggested) {

        static Example of(String line) {
            String[] cells = line.replaceAll("^\\| *| *\\|$", "").split(" *\\| *", -1);
            return new Example(
                    cells[0],
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    new BigDecimal(cells[6]),
                    cells[7]);
        }

        Path path() {
            return EXAMPLES.resolve(file);
        }

        Path mapping() {
            return EXAMPLES.resolve(file.replace(".csv", ".mapping.yaml"));
        }

        long minor() {
            return money.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                    .longValueExact();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** The sums of what is read. */
    private static final class Sums implements HistorySink {
        private final Set<String> customers = new HashSet<>();
        private int read;
        private int refused;
        private long minor;

        @Override
        public void event(HistoryEvent event, String file, long line) {
            read++;
            customers.add(event.customer());
            minor += event.valueMinor().orElse(0);
        }

        @Override
        public void rejected(RejectedLine line) {
            refused++;
        }

        @Override
        public void violation(FileViolation violation) {
            throw new AssertionError(violation.toString());
        }

        @Override
        public void note(FileNote note) {
            // Nothing is refused by it.
        }
    }

    static List<Example> examples() throws IOException {
        try (Stream<String> lines = Files.lines(EXAMPLES.resolve("README.md"))) {
            return lines.filter(line -> line.matches("\\| \\S+\\.csv \\|.*"))
                    .map(Example::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadByItsMappingAsStated(Example example) throws Exception {
        Sums sums = read(example, example.mapping());

        assertThat(sums.read).isEqualTo(example.read());
        assertThat(sums.refused).isEqualTo(example.refused());
        assertThat(sums.customers).hasSize(example.customers());
        assertThat(sums.minor).isEqualTo(example.minor());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExitCodeSaysWhetherALineWasRefused(Example example) {
        CommandRun run = CommandRun.of(
                "score",
                example.path().toString(),
                "--mapping",
                example.mapping().toString(),
                "--currency",
                example.currency());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(example.refused() > 0 ? 3 : 0);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsSuggestedIsRightOrAsks(Example example) throws Exception {
        CommandRun run =
                CommandRun.of("mapping", "suggest", example.path().toString(), "--currency", example.currency());

        if (example.suggested().equals("asks")) {
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).contains("# DECIDE: ");
            assertThat(run.err()).contains("decide: ");
            return;
        }
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        Sums sums = read(example, Files.writeString(directory.resolve("m.yaml"), run.out()));
        assertThat(sums.read == example.read()
                        && sums.customers.size() == example.customers()
                        && sums.minor == example.minor())
                .as(run.out() + run.err())
                .isEqualTo(example.suggested().equals("same"));
    }

    @Test
    void mostExamplesAreReadAsSuggestedAndAmbiguousDatesAreAskedFor() throws IOException {
        List<Example> examples = examples();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(15);
        assertThat(examples.stream().filter(example -> example.suggested().equals("same")))
                .hasSizeGreaterThanOrEqualTo(10);
        for (String ambiguous : List.of("paypal.csv", "square.csv", "eventbrite.csv")) {
            CommandRun run = CommandRun.of(
                    "mapping", "suggest", EXAMPLES.resolve(ambiguous).toString());
            assertThat(run.err()).contains("decide: no line tells day from month: ");
        }
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".mapping.yaml")))
                    .hasSameSizeAs(examples);
        }
    }

    private static Sums read(Example example, Path mapping) throws Exception {
        ScoringModel model = ScoringModel.standard();
        HistoryMapping read = HistoryMappingDocument.read(Document.at(mapping), model);
        Sums sums = new Sums();
        new HistoryReader(
                        read,
                        model,
                        HistoryOptions.customers(Optional.empty()),
                        new ReportingCurrency(example.currency(), Map.of()),
                        Instant.parse("2026-01-01T00:00:00Z"))
                .read(HistoryFile.at(example.path()), sums);
        return sums;
    }
}
