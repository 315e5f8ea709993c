package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.scopes.ScopeNames;
import java.util.Locale;

/** Words and numbers as a colleague writes them. */
public final class Sentences {
    /** As the page's designers write thousands. */
    private static final char THIN = '\u202f';

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

    /** How many times as often, in words: {@code 3 times as many as}. */
    static String times(double share, double elsewhere) {
        if (elsewhere <= 0) {
            return "and hardly anybody elsewhere";
        }
        double times = share / elsewhere;
        return times >= 1.95
                ? String.format(Locale.ROOT, "%.0f times as many as elsewhere", times)
                : "against " + percent(elsewhere) + " elsewhere";
    }

    /** A name of the data in the middle of a sentence. */
    static String inner(String name) {
        return ScopeNames.words(name).toLowerCase(Locale.ROOT);
    }
}
