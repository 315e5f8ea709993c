package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedScoresTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long TWO_YEARS = START.plus(Duration.ofDays(730)).toEpochMilli();
    private static final int CUSTOMERS = 2_000;

    @TempDir
    private Path directory;

    @Test
    void afterTwoYearsTheStagesTellABelievableStory() {
        ExpectedScores expected = new ExpectedScores();
        new Simulation(SimulationConfig.of(42, CUSTOMERS, START)).forEachUntil(TWO_YEARS, expected);

        Collection<ScoreSnapshot> snapshots =
                expected.snapshots(ScoringModel.standard(), TWO_YEARS).values();
        Map<Stage, Double> shares = new EnumMap<>(Stage.class);
        snapshots.forEach(snapshot -> shares.merge(snapshot.stage(), 1.0 / snapshots.size(), Double::sum));
        double detractors = snapshots.stream().filter(ScoreSnapshot::detractor).count() / (double) snapshots.size();

        assertThat(snapshots).hasSizeGreaterThan(CUSTOMERS * 9 / 10);
        assertThat(shares.get(Stage.UNKNOWN)).isBetween(0.05, 0.25);
        assertThat(shares.get(Stage.AWARE)).isBetween(0.10, 0.25);
        assertThat(shares.get(Stage.ENGAGED)).isBetween(0.18, 0.35);
        assertThat(shares.get(Stage.COMMITTED)).isBetween(0.12, 0.28);
        assertThat(shares.get(Stage.LOYAL)).isBetween(0.08, 0.22);
        assertThat(shares.get(Stage.ADVOCATE)).isBetween(0.06, 0.16);
        assertThat(detractors).isBetween(0.04, 0.12);
    }

    @Test
    void theScoreKnowsTheLivesItWasNotTold() {
        ExpectedScores expected = new ExpectedScores();
        Simulation simulation = new Simulation(SimulationConfig.of(42, CUSTOMERS, START));
        simulation.forEachUntil(TWO_YEARS, expected);
        Map<String, LifePhase> phases =
                simulation.lives().stream().collect(Collectors.toMap(Life::person, Life::phase));
        Map<String, ExpectedCustomer> customers = expected.customers();
        Map<LifePhase, Double> points = expected.snapshots(ScoringModel.standard(), TWO_YEARS).entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> phases.get(customers.get(entry.getKey()).person()),
                        Collectors.averagingLong(entry -> entry.getValue().wholePoints())));

        assertThat(points.get(LifePhase.ADVOCACY)).isGreaterThan(points.get(LifePhase.HABIT) + 10);
        assertThat(points.get(LifePhase.HABIT)).isGreaterThan(points.get(LifePhase.LOSS) + 10);
        assertThat(points.get(LifePhase.LOSS)).isGreaterThan(points.get(LifePhase.STRANGER));
    }

    @Test
    void twiceIsOnceAndTheOrderDoesNotMatter() {
        List<SimulatedTouch> touches = new ArrayList<>();
        new Simulation(SimulationConfig.of(3, 100, START)).forEachUntil(TWO_YEARS, touches::add);
        ExpectedScores inOrder = new ExpectedScores();
        touches.forEach(inOrder);
        ExpectedScores backwardsAndTwice = new ExpectedScores();
        for (int i = touches.size() - 1; i >= 0; i--) {
            backwardsAndTwice.accept(touches.get(i));
            backwardsAndTwice.accept(touches.get(touches.size() - 1 - i));
        }

        assertThat(backwardsAndTwice.ledgers()).isEqualTo(inOrder.ledgers());
    }

    @Test
    void isWrittenDownWithTheLives() throws IOException {
        ExpectedScores expected = new ExpectedScores();
        Simulation simulation = new Simulation(SimulationConfig.of(3, 100, START));
        simulation.forEachUntil(TWO_YEARS, expected);
        Path file = directory.resolve("truth.csv");

        ExpectedScoresFile.write(file, expected, simulation.lives(), ScoringModel.standard(), TWO_YEARS);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("customer,score,stage,detractor,identities,life");
        assertThat(lines).hasSize(expected.ledgers().size() + 1);
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "[a-z]+:\\S+,\\d+,[a-z]+,(true|false),[a-z]+:\\S+( [a-z]+:\\S+)*,stranger@2024-01-01T00:00:00Z( [a-z]+@\\S+Z)*"));
    }

    @Test
    void manyCustomersGiveTheSharesOfFew() {
        long few = touches(500);
        long many = touches(2_000);

        assertThat(many).isCloseTo(4 * few, Percentage.withPercentage(25));
    }

    private static long touches(int customers) {
        long[] count = new long[1];
        new Simulation(SimulationConfig.of(9, customers, START)).forEachUntil(TWO_YEARS, touch -> count[0]++);
        return count[0];
    }
}
