package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The score held against what real customers did next: histories cut at a midnight, scored at the cut, and compared with
 * the days after it. The population is everybody who had been heard of by then.
 */
class HistoryEvaluationTest {

    private static final double TOLERANCE = 0.002;

    private static final long[] BANDS = {0, 10, 25, 40, 55, 70, 101};
    private static final int ENOUGH = 20;

    @ParameterizedTest(name = "{0}, {1}: {2} within {3} days")
    @CsvSource({
        "cdnow_sample.csv.gz, 1997-10-01, buys, 273, .782, .782",
        "btydplus_grocery.csv.gz, 2007-01-01, buys, 364, .881, .881",
        "complete_journey.csv.gz, 2017-10-01, redeems, 92, .834, .837",
        "complete_journey.csv.gz, 2017-10-01, is active, 92, .839, .840"
    })
    void theScoreTellsWhoComesBack(
            String file, LocalDate cut, String outcome, int days, double engagementAuc, double scoreAuc)
            throws UnusableHistoryException {
        List<Judged> customers = judged(histories().resolve(file), cut, outcomeOf(outcome), days);

        assertThat(auc(customers, ScoreSnapshot::score)).isCloseTo(scoreAuc, within(TOLERANCE));
        assertThat(auc(customers, snapshot -> snapshot.contributions().engagement()))
                .isCloseTo(engagementAuc, within(TOLERANCE));
        assertThat(comebackRates(customers)).hasSizeGreaterThan(2).isSorted();
    }

    private static Path histories() {
        Path projectRoot = Path.of("").toAbsolutePath().getParent().getParent();
        Path histories = projectRoot.resolveSibling("shared").resolve("data");
        assumeTrue(Files.isDirectory(histories), "the real histories are not here: " + histories);
        return histories;
    }

    private static Predicate<HistoryEvent> outcomeOf(String name) {
        return switch (name) {
            case "buys" -> event -> event.kind().equals("purchase");
            case "redeems" -> event -> event.kind().equals("coupon_redeemed");
            case "is active" -> event -> event.direction() == Direction.INBOUND;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Where a customer stood at the cut, and whether they came back. */
    private record Judged(ScoreSnapshot snapshot, boolean cameBack) {}

    private static List<Judged> judged(Path file, LocalDate cut, Predicate<HistoryEvent> outcome, int days)
            throws UnusableHistoryException {
        long from = cut.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        SplitHistory history = new SplitHistory(from, from + days * Days.MILLIS, outcome);
        Instant longAfter = Instant.parse("2026-01-01T00:00:00Z");
        new HistoryReader(HistoryMapping.canonical(), ScoringModel.standard(), longAfter)
                .read(HistoryFile.at(file), history);
        RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
        List<Judged> judged = new ArrayList<>();
        history.before.forEach((customer, ledger) ->
                judged.add(new Judged(scoring.snapshot(ledger, from), history.cameBack.contains(customer))));
        return judged;
    }

    /** A history cut in two: ledgers before, outcomes after. */
    private static final class SplitHistory implements HistorySink {
        private final Map<String, RelationshipLedger> before = new HashMap<>();
        private final Set<String> cameBack = new HashSet<>();
        private final long cut;
        private final long end;
        private final Predicate<HistoryEvent> outcome;

        SplitHistory(long cut, long end, Predicate<HistoryEvent> outcome) {
            this.cut = cut;
            this.end = end;
            this.outcome = outcome;
        }

        @Override
        public void event(HistoryEvent event, String file, long line) {
            if (event.occurredAt() < cut) {
                before.computeIfAbsent(event.customer(), customer -> new RelationshipLedger())
                        .add(event.toTouch());
            } else if (event.occurredAt() < end && outcome.test(event)) {
                cameBack.add(event.customer());
            }
        }

        @Override
        public void rejected(RejectedLine line) {
            throw new AssertionError(line);
        }

        @Override
        public void note(FileNote note) {
            // Not expected here.
        }

        @Override
        public void violation(FileViolation violation) {
            throw new AssertionError(violation);
        }
    }

    /** How likely it is that, of two customers, one who came back and one who did not, the first has the higher score; ties count half. */
    private static double auc(List<Judged> customers, ToLongFunction<ScoreSnapshot> rank) {
        long[] back = ranks(customers, rank, true);
        long[] gone = ranks(customers, rank, false);
        double wins = 0;
        for (long one : back) {
            for (long other : gone) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / ((double) back.length * gone.length);
    }

    private static long[] ranks(List<Judged> customers, ToLongFunction<ScoreSnapshot> rank, boolean cameBack) {
        return customers.stream()
                .filter(customer -> customer.cameBack() == cameBack)
                .mapToLong(customer -> rank.applyAsLong(customer.snapshot()))
                .toArray();
    }

    /** The share of those who came back in each band of scores that has enough customers. */
    private static List<Double> comebackRates(List<Judged> customers) {
        List<Double> rates = new ArrayList<>();
        for (int band = 1; band < BANDS.length; band++) {
            long low = BANDS[band - 1];
            long high = BANDS[band];
            List<Judged> members = customers.stream()
                    .filter(customer -> customer.snapshot().wholePoints() >= low
                            && customer.snapshot().wholePoints() < high)
                    .toList();
            if (members.size() >= ENOUGH) {
                rates.add(members.stream().filter(Judged::cameBack).count() / (double) members.size());
            }
        }
        return rates;
    }
}
