package io.truenorth.backtest.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.backtest.Bootstrap;
import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.backtest.RandomBuyers;
import io.truenorth.backtest.UndefinedOutcomeException;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ModelTuningTest {

    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final OutcomeRule ACTIVE = new OutcomeRule.Activity(MODEL);
    private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

    @Test
    void theUnchangedVariantIsTheModel() {
        assertThat(ModelVariant.UNCHANGED.of(MODEL)).isEqualTo(MODEL);
        assertThat(ModelVariant.grid()).contains(ModelVariant.UNCHANGED).doesNotHaveDuplicates();
    }

    @Test
    void aVariantChangesPaceKAndWeights() {
        ScoringModel variant = new ModelVariant(4, 0.5, Map.of(Dimension.MONEY, 2.0)).of(MODEL);

        assertThat(variant.engagement().halfLives())
                .isEqualTo(MODEL.atPace(4).engagement().halfLives());
        assertThat(variant.engagement().k()).isEqualTo(1);
        assertThat(variant.money().k()).isEqualTo(10_000);
        assertThat(variant.money().weight()).isEqualTo(0.24);
        assertThat(variant.kinds()).isEqualTo(MODEL.kinds());
    }

    @Test
    void theEarlierWindowsEndBeforeTheLaterOneBegins() {
        TuningWindows windows = TuningWindows.of(RandomBuyers.of(100, 1).values());

        assertThat(windows.later().lastDay()).isLessThan(RandomBuyers.DAYS);
        assertThat(windows.earlier())
                .hasSize(2)
                .allSatisfy(window ->
                        assertThat(window.lastDay()).isLessThan(windows.later().firstDay()));
        TuningWindows given = TuningWindows.before(
                new OutcomeWindow(90, 200), RandomBuyers.of(100, 1).values());
        assertThat(given.later()).isEqualTo(new OutcomeWindow(90, 200));
        assertThat(given.earlier())
                .hasSize(2)
                .allSatisfy(window -> assertThat(window.lastDay()).isLessThan(90));
    }

    @Test
    void aHistoryThatIsTooShortIsRejected() {
        assertThatExceptionOfType(TuningWindows.TooShortException.class)
                .isThrownBy(() -> TuningWindows.before(
                        new OutcomeWindow(3, 200), RandomBuyers.of(100, 1).values()));
    }

    /** What the later part says is reported, and has no influence. */
    @Test
    void theLaterPartTakesNoPartInTheChoice() {
        SortedMap<String, RelationshipLedger> histories = RandomBuyers.of(600, 5);
        TuningWindows windows = TuningWindows.before(new OutcomeWindow(300, 40), histories.values());
        TuningResult before = new ModelTuning(histories, MODEL, ACTIVE, BOOTSTRAP).run(windows);
        histories.values().stream()
                .filter(ledger -> ledger.size() < 5)
                .forEach(ledger -> ledger.add(RandomBuyers.purchase("late", 310, 100)));

        TuningResult after = new ModelTuning(histories, MODEL, ACTIVE, BOOTSTRAP).run(windows);

        assertThat(after.candidate()).isEqualTo(before.candidate());
        assertThat(after.earlier()).isEqualTo(before.earlier());
        assertThat(after.later()).isNotEqualTo(before.later());
    }

    @Test
    void tooFewCustomersAreRejected() {
        SortedMap<String, RelationshipLedger> histories = RandomBuyers.of(60, 5);
        assertThatExceptionOfType(UndefinedOutcomeException.class)
                .isThrownBy(() ->
                        new ModelTuning(histories, MODEL, ACTIVE, BOOTSTRAP).run(TuningWindows.of(histories.values())))
                .withMessageContaining("at least 50 customers had");
    }

    @Test
    void theModelIsKeptUnlessTheGainIsMoreThanTwoStandardErrors() {
        assertThat(new TuningResult.CrossValidation(10, 0.7, 0.72, 0.019, 0.01).isBetter())
                .isFalse();
        assertThat(new TuningResult.CrossValidation(10, 0.7, 0.72, 0.021, 0.01).isBetter())
                .isTrue();
        assertThat(new TuningResult.CrossValidation(10, 0.7, 0.7, 0, 0).isBetter())
                .isFalse();
    }

    @Test
    void ofVariantsThatAreAsGoodTheSimplestIsChosen() {
        ModelVariant slow = new ModelVariant(2, 1, Map.of());
        ModelVariant slower = new ModelVariant(4, 1, Map.of());
        ModelVariant both = new ModelVariant(2, 2, Map.of());
        FoldScores scores = new FoldScores(
                List.of(ModelVariant.UNCHANGED, both, slower, slow),
                new double[][] {{0.5, 0.52, 0.51}, {0.71, 0.69, 0.72}, {0.70, 0.70, 0.72}, {0.69, 0.70, 0.72}});

        assertThat(scores.choice()).isEqualTo(slow);
        assertThat(scores.gain().value()).isBetween(0.17, 0.21);
    }
}
