package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.scopes.ScopeNames;
import java.util.Locale;

/** Words and numbers as a colleague writes them. */
public final class Sentences {
    /** As the page's designers write thousands. */
    private static final char THIN = '\u202f';

    /** What may be called twice. */
    private static final double LEAST_TWICE = 1.95;

    private Sentences() {}

    /** A whole number: {@code 1 240}. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', THIN);
    }

    /** A part in percent: {@code 61 %}. */
    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Some days: {@code this week}, {@code in 30 days}. */
    public static String period(int days) {
        return days == 7 ? "this week" : "in " + days + " days";
    }

    /** How many times as often, in words: {@code twice as often as elsewhere}. */
    static String times(double share, double elsewhere) {
        if (elsewhere <= 0) {
            return "and hardly anybody elsewhere";
        }
        long times = Math.round(share / elsewhere);
        if (times < 2 || share / elsewhere < LEAST_TWICE) {
            return "against " + percent(elsewhere) + " elsewhere";
        }
        return (times == 2 ? "twice" : times + " times") + " as often as elsewhere";
    }

    /** A name of the data in the middle of a sentence. */
    static String inner(String name) {
        return ScopeNames.words(name).toLowerCase(Locale.ROOT);
    }
}
