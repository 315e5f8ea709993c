package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseHistoryFileTest {

    private static final LocalDate FROM = LocalDate.parse("2024-01-01");

    @TempDir
    private Path directory;

    @Test
    void theSameSeedGivesTheSameHistory() throws IOException {
        PurchaseScenario scenario = new PurchaseScenario(30, FROM, 300, 100, 20, 1, 0.1);

        assertThat(lines(scenario, 1)).isEqualTo(lines(scenario, 1)).isNotEqualTo(lines(scenario, 2));
    }

    @Test
    void everyLineIsAPurchaseWithinTheHistory() throws IOException {
        long from = FROM.toEpochDay() * 86_400;

        List<String> lines = lines(new PurchaseScenario(30, FROM, 300, 100, 20, 1, 0.1), 1);

        assertThat(lines.get(0)).isEqualTo("customer,ts,channel,kind,direction,sentiment,value,subject");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.matches("c\\d{5},\\d+,(store|web),purchase,in,,\\d+\\.\\d\\d,"))
                .allSatisfy(line ->
                        assertThat(Long.parseLong(line.split(",")[1])).isBetween(from, from + 300 * 86_400L - 1));
    }

    @Test
    void nobodyLeavesWithoutDropOutAndSomeBuyOnceOnlyWithIt() throws IOException {
        assertThat(purchases(new PurchaseScenario(200, FROM, 1_000, 100, 10, 1, 0)))
                .hasSize(200)
                .allSatisfy((customer, count) -> assertThat(count).isGreaterThan(10));
        assertThat(purchases(new PurchaseScenario(200, FROM, 1_000, 100, 10, 1, 0.5))
                        .values())
                .filteredOn(count -> count == 1)
                .hasSizeBetween(60, 140);
    }

    @Test
    void impossibleScenariosAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseScenario(1, FROM, 10, 11, 1, 1, 0))
                .withMessageContaining("expected");
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseScenario(1, FROM, 10, 5, 1, 1, 1.5));
    }

    private Map<String, Long> purchases(PurchaseScenario scenario) throws IOException {
        return lines(scenario, 1).stream()
                .skip(1)
                .collect(Collectors.groupingBy(line -> line.split(",")[0], Collectors.counting()));
    }

    private List<String> lines(PurchaseScenario scenario, long seed) throws IOException {
        Path file = directory.resolve("history.csv.gz");
        PurchaseHistoryFile.write(file, scenario, seed);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
