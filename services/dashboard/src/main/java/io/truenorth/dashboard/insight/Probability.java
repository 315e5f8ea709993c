package io.truenorth.dashboard.insight;

/** Tail probabilities for significance tests. */
final class Probability {
    private static final int TABLED = 256;
    private static final double[] LOG_FACTORIALS = logFactorials();
    private static final double NEGLIGIBLE = 1e-12;

    private Probability() {}

    /**
     * The upper tail of the hypergeometric distribution: the probability that a random sample without replacement contains at
     * least a number of marked elements.
     *
     * @param hit the number of marked elements in the sample; more than expected
     * @param drawn the size of the sample
     * @param marked the number of marked elements in the population
     * @param all the size of the population
     */
    static double ofAtLeast(long hit, long drawn, long marked, long all) {
        double term = Math.exp(logChoose(marked, hit) + logChoose(all - marked, drawn - hit) - logChoose(all, drawn));
        double sum = 0;
        for (long k = hit; k <= Math.min(drawn, marked) && term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= (double) (marked - k) * (drawn - k) / ((k + 1.0) * (all - marked - drawn + k + 1.0));
        }
        return Math.min(1, sum);
    }

    /** An upper bound of the probability that a normal variable lies that many standard deviations above its mean (Mills' ratio). */
    static double ofDeviations(double deviations) {
        return deviations <= 1 ? 1 : Math.exp(-deviations * deviations / 2) / (deviations * Math.sqrt(2 * Math.PI));
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** Uses Stirling's series beyond the table; its error is far below 1e-9 there. */
    private static double logFactorial(long n) {
        if (n < TABLED) {
            return LOG_FACTORIALS[Math.toIntExact(n)];
        }
        return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12.0 * n) - 1 / (360.0 * n * n * n);
    }

    private static double[] logFactorials() {
        double[] logs = new double[TABLED];
        for (int n = 1; n < TABLED; n++) {
            logs[n] = logs[n - 1] + Math.log(n);
        }
        return logs;
    }
}
