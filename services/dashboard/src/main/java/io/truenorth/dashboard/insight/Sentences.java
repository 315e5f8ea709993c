package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.schemas.ScopeNames;
import java.util.Locale;

/** Words and numbers as a colleague writes them. */
public final class Sentences {
    /** As the page's designers write thousands. */
    private static final char THIN = '\u202f';

    /** Smaller shares are written with one more digit. */
    private static final double SMALL = 0.0995;

    private static final int WEEK = 7;
    private static final int YEAR = 365;

    private Sentences() {}

    /** A whole number: {@code 1 240}. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', THIN);
    }

    /** A part in percent: {@code 61 %}, {@code 4.3 %}. */
    public static String percent(double share) {
        boolean isSmall = share < SMALL;
        return String.format(Locale.ROOT, isSmall && share > 0 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /** Some days: {@code this week}, {@code in 30 days}, {@code in a year}. */
    public static String period(int days) {
        return switch (days) {
            case WEEK -> "this week";
            case YEAR -> "in a year";
            default -> "in " + days + " days";
        };
    }

    /** When some days began: {@code a week ago}, {@code 30 days ago}, {@code a year ago}. */
    static String ago(int days) {
        return switch (days) {
            case WEEK -> "a week ago";
            case YEAR -> "a year ago";
            default -> days + " days ago";
        };
    }

    /** Customers of a value of an attribute: {@code of region west}, {@code without a region}. */
    static String ofSegment(String attribute, String value) {
        return value.equals(ScopeNames.UNSET) ? "without " + inner(attribute) : "of " + inner(attribute) + " " + value;
    }

    /** A name of the data in the middle of a sentence. */
    static String inner(String name) {
        return ScopeLabels.words(name).toLowerCase(Locale.ROOT);
    }
}
