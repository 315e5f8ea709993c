package io.truenorth.dashboard.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values of R: {@code phyper(hit - 1, marked, all - marked, drawn, lower.tail = FALSE)}. */
class ProbabilityTest {

    @ParameterizedTest
    @CsvSource({
        "3, 4, 4, 8, 0.2428571428571429",
        "4, 4, 4, 8, 0.0142857142857143",
        "0, 5, 2, 10, 1",
    })
    void theTailIsThatOfTheHypergeometricDistribution(long hit, long drawn, long marked, long all, double chance) {
        assertThat(Probability.ofAtLeast(hit, drawn, marked, all)).isCloseTo(chance, within(1e-12));
    }

    @Test
    void allTermsOfTheTailAddUpToOneForThousandsOfCustomers() {
        assertThat(Probability.ofAtLeast(0, 545, 430, 3_987)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theTailOfTheNormalDistributionIsBoundedFromAbove() {
        assertThat(Probability.ofDeviations(4))
                .isGreaterThan(3.167e-5)
                .isCloseTo(3.167e-5, Percentage.withPercentage(7));
    }
}
