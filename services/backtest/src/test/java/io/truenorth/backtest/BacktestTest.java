package io.truenorth.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final OutcomeWindow WINDOW = new OutcomeWindow(100, 10);
    private static final OutcomeRule BUYS = new OutcomeRule.TouchOf(Set.of("purchase"));

    @Test
    void whatCountsIsTheKindWithinTheWindowOfCustomersKnownBefore() {
        SortedMap<String, RelationshipLedger> histories = new TreeMap<>();
        histories.put("before", bought(99));
        histories.put("first day", bought(50, 100));
        histories.put("last day", bought(50, 109, 109));
        histories.put("too late", bought(50, 110));
        histories.put("new", bought(100));
        RelationshipLedger mailed = bought(50);
        mailed.add(RandomBuyers.touch("m", 105, "mail_sent", Direction.OUTBOUND, 0));
        histories.put("mailed", mailed);
        Cohort cohort = Cohort.of(histories, WINDOW);

        assertThat(cohort.customers()).containsExactly("before", "first day", "last day", "mailed", "too late");
        ObservedOutcomes bought = ObservedOutcomes.of(cohort, BUYS, MODEL);
        assertThat(bought.occurred()).containsExactly(false, true, true, false, false);
        assertThat(bought.counts()).containsExactly(0, 1, 1, 0, 0);
        assertThat(bought.spend()).containsExactly(0, 500, 1_000, 0, 0);
        assertThat(ObservedOutcomes.of(cohort, new OutcomeRule.Activity(MODEL), MODEL)
                        .occurred())
                .containsExactly(bought.occurred());
        assertThat(ObservedOutcomes.of(cohort, new OutcomeRule.Listed(Map.of("mailed", 3.0, "new", 1.0)), MODEL)
                        .counts())
                .containsExactly(0, 0, 0, 3, 0);
    }

    @Test
    void theSummaryOfACustomerKnowsNothingOfTheCutAndLater() {
        RelationshipLedger ledger = bought(30, 30, 44, 72, 100, 120);

        ActivitySummary summary = ActivitySummary.of(ledger, MODEL, 100);

        assertThat(summary.activeDays()).isEqualTo(3);
        assertThat(summary.lastDay()).isEqualTo(72);
        assertThat(summary.money()).isEqualTo(2_000);
        assertThat(summary.decayedTouches())
                .isCloseTo(
                        2 * Math.pow(2, -70 / 182.0) + Math.pow(2, -56 / 182.0) + Math.pow(2, -28 / 182.0),
                        within(1e-9));
        assertThat(summary.repeatPurchases()).isEqualTo(new RepeatPurchases(2, 6, 69 / 7.0));
    }

    @Test
    void theScoreOfRegularBuyersPredictsAndTheBandsAddUp() {
        BacktestResult result = run(Bootstrap.STANDARD);

        Estimate auc = result.score().of(Measure.AUC);
        assertThat(auc.value()).isGreaterThan(0.7).isBetween(auc.low(), auc.high());
        assertThat(result.of("BG/NBD").of(Measure.AUC).value()).isGreaterThan(0.7);
        assertThat(result.bands().stream().mapToInt(ScoreBand::customers).sum()).isEqualTo(result.customers());
        assertThat(result.bands().stream()
                        .filter(band -> band.customers() > 0)
                        .mapToDouble(band -> band.customers() * band.rate().value())
                        .sum())
                .isCloseTo(result.positives(), within(1e-6));
        assertThat(result.predictors())
                .allSatisfy(predictor ->
                        assertThat(predictor.gains()).hasSize(101).isSorted().startsWith(0.0));
        assertThat(result.score().aucBehindScore()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(result.hasSpend()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameIntervalsAndAnotherSeedOthers() {
        Estimate first = run(new Bootstrap(200, 1)).score().of(Measure.AUC);

        assertThat(run(new Bootstrap(200, 1)).score().of(Measure.AUC)).isEqualTo(first);
        assertThat(run(new Bootstrap(200, 2)).score().of(Measure.AUC)).isNotEqualTo(first);
    }

    /** The interval of a share has a closed form. */
    @Test
    void intervalsAgreeWithTheClosedFormWhereThereIsOne() {
        boolean[] occurred = new boolean[1_000];
        for (int i = 0; i < 300; i++) {
            occurred[i] = true;
        }
        ObservedOutcomes outcomes = new ObservedOutcomes(occurred, new double[1_000], new double[1_000]);

        Estimate[] shares = new Bootstrap(4_000, 3)
                .estimates(outcomes, resample -> ScoreBand.rates(new int[1_000], outcomes, resample));

        double halfWidth = 1.96 * Math.sqrt(0.3 * 0.7 / 1_000);
        assertThat(shares[0].value()).isEqualTo(0.3);
        assertThat(shares[0].low()).isCloseTo(0.3 - halfWidth, within(0.003));
        assertThat(shares[0].high()).isCloseTo(0.3 + halfWidth, within(0.003));
    }

    @Test
    void anOutcomeThatDistinguishesNobodyIsRejected() {
        Cohort cohort = Cohort.of(RandomBuyers.of(20, 1), new OutcomeWindow(300, 90));
        OutcomeRule nobody = new OutcomeRule.TouchOf(Set.of("referral_made"));

        assertThatExceptionOfType(UndefinedOutcomeException.class)
                .isThrownBy(() -> new Backtest(cohort, MODEL, nobody))
                .withMessage(
                        "expected an outcome that at least 1 customers had, and at least 1 had not, within 90 days of"
                                + " 1970-10-28; referral_made: 0 of 20 customers known at that time");
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeRule.TouchOf(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeWindow(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(0, 1));
    }

    @Test
    void withoutRepeatPurchasesThereIsNoBgNbd() {
        SortedMap<String, RelationshipLedger> histories = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            histories.put("c" + i, i < 5 ? bought(90 + i, 105) : bought(10 + i));
        }

        BacktestResult result = new Backtest(Cohort.of(histories, WINDOW), MODEL, BUYS).run(new Bootstrap(20, 1));

        assertThat(result.bgNbd()).isEmpty();
        assertThat(result.predictors()).extracting(PredictorResult::name).doesNotContain("BG/NBD");
        assertThat(result.of("recency").of(Measure.AUC).value()).isEqualTo(1);
    }

    private static BacktestResult run(Bootstrap bootstrap) {
        Cohort cohort = Cohort.of(RandomBuyers.of(400, 7), new OutcomeWindow(300, 30));
        return new Backtest(cohort, MODEL, BUYS).run(bootstrap);
    }

    private static RelationshipLedger bought(int... days) {
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < days.length; i++) {
            ledger.add(RandomBuyers.purchase("p" + i, days[i], 500));
        }
        return ledger;
    }
}
