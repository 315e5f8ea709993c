package io.truenorth.simulator;

import java.time.LocalDate;

/**
 * A business whose customers only buy, for histories that show which pace of a scoring model suits it. Customers differ by
 * factors in how often they buy.
 *
 * @param customers the number of customers
 * @param from the first day
 * @param days the length of the history
 * @param joinDays customers buy for the first time within this number of days
 * @param meanGap the mean number of days between two purchases
 * @param regularity the shape of the gaps: 1 for purchases at random, more for a regular rhythm
 * @param dropOut the probability that a purchase is the customer's last, 0 to 1
 */
public record PurchaseScenario(
        int customers, LocalDate from, int days, int joinDays, double meanGap, int regularity, double dropOut) {

    private static final LocalDate FROM = LocalDate.parse("2022-01-01");

    public PurchaseScenario {
        if (customers < 1 || days < 1 || joinDays < 1 || joinDays > days || !(meanGap > 0) || regularity < 1) {
            throw new IllegalArgumentException("expected customers, days, gaps and a regularity of 1 or more");
        }
        if (!(dropOut >= 0 && dropOut <= 1)) {
            throw new IllegalArgumentException("dropOut: expected 0 to 1, was " + dropOut);
        }
    }

    /** A slow retail business over four years: a few purchases a year, in a rhythm, and nobody ever leaves. */
    public static PurchaseScenario slowWithoutDropOut() {
        return new PurchaseScenario(1_500, FROM, 4 * 365, 365, 220, 3, 0);
    }

    /** A quick business over two years: a purchase every week or two, and many customers leave after a few. */
    public static PurchaseScenario quickWithDropOut() {
        return new PurchaseScenario(2_500, FROM, 2 * 365, 700, 10, 1, 0.12);
    }
}
