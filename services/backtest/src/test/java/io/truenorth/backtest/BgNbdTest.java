package io.truenorth.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class BgNbdTest {

    /** The parameters of the paper for the CDNOW sample. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @Test
    void theExpectedPurchasesAreThoseOfThePaper() {
        RepeatPurchases customer = new RepeatPurchases(2, 30.43, 38.86);

        assertThat(CDNOW.expectedPurchases(customer, 39)).isCloseTo(1.226, within(0.002));
        assertThat(CDNOW.probabilityAlive(customer)).isCloseTo(0.7266, within(0.001));
    }

    @Test
    void whoNeverBoughtAgainHasNotLeftByTheModel() {
        assertThat(CDNOW.probabilityAlive(new RepeatPurchases(0, 0, 30))).isEqualTo(1);
    }

    @Test
    void expectationsAreFiniteForFrequentBuyersAndDegenerateParameters() {
        for (BgNbd model : List.of(
                CDNOW, new BgNbd(0.3, 2, 1, 3), new BgNbd(0.8, 1.1, 3_000, 22_000), new BgNbd(2, 0.05, 1e-4, 20))) {
            double before = 0;
            for (double weeks : List.of(1.0, 4.0, 52.0, 208.0)) {
                double expected = model.expectedPurchases(new RepeatPurchases(3_000, 300, 301), weeks);
                assertThat(expected)
                        .as("%s, %s weeks", model, weeks)
                        .isFinite()
                        .isGreaterThanOrEqualTo(before * (1 - 1e-9))
                        .isPositive();
                before = expected;
            }
        }
    }

    @Test
    void theExpectationAgreesWithSimulatedFutures() {
        BgNbd model = new BgNbd(1.5, 6, 1.2, 3);
        RandomGenerator random = new Well19937c(11);
        RepeatPurchases seen = new RepeatPurchases(0, 0, 1e-9);
        double sum = 0;
        int customers = 40_000;
        for (int i = 0; i < customers; i++) {
            sum += simulated(model, 30, random).count();
        }

        assertThat(sum / customers).isCloseTo(model.expectedPurchases(seen, 30), withinPercentage(2));
    }

    @Test
    void parametersAreRecoveredFromSimulatedCustomers() {
        BgNbd truth = new BgNbd(0.9, 5, 0.8, 2.5);
        RandomGenerator random = new Well19937c(5);
        Random ages = new Random(6);
        List<RepeatPurchases> customers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            customers.add(simulated(truth, 30 + 30 * ages.nextDouble(), random));
        }

        BgNbd estimate = BgNbdEstimator.estimate(customers).orElseThrow();

        assertThat(estimate.r()).isCloseTo(truth.r(), withinPercentage(5));
        assertThat(estimate.alpha()).isCloseTo(truth.alpha(), withinPercentage(5));
        assertThat(estimate.a() / (estimate.a() + estimate.b()))
                .isCloseTo(truth.a() / (truth.a() + truth.b()), withinPercentage(2));
        assertThat(estimate.a()).isCloseTo(truth.a(), withinPercentage(15));
        assertThat(estimate.b()).isCloseTo(truth.b(), withinPercentage(15));
        assertThat(logLikelihood(estimate, customers)).isGreaterThanOrEqualTo(logLikelihood(truth, customers));
    }

    @Test
    void withoutRepeatPurchasesThereIsNothingToEstimate() {
        assertThat(BgNbdEstimator.estimate(List.of(new RepeatPurchases(0, 0, 10))))
                .isEmpty();
        assertThat(BgNbdEstimator.estimate(List.of())).isEmpty();
    }

    @Test
    void aPurchaseAfterTheObservationIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatPurchases(1, 11, 10));
    }

    private static double logLikelihood(BgNbd model, List<RepeatPurchases> customers) {
        return customers.stream().mapToDouble(model::logLikelihood).sum();
    }

    private static RepeatPurchases simulated(BgNbd model, double age, RandomGenerator random) {
        double rate = new GammaDistribution(random, model.r(), 1 / model.alpha()).sample();
        double leaving = new BetaDistribution(random, model.a(), model.b()).sample();
        int count = 0;
        double last = 0;
        boolean alive = true;
        while (alive) {
            double next = last - Math.log(1 - random.nextDouble()) / rate;
            if (next > age) {
                break;
            }
            count++;
            last = next;
            alive = random.nextDouble() >= leaving;
        }
        return new RepeatPurchases(count, last, age);
    }
}
