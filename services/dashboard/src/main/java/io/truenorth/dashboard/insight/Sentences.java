package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.schemas.ScopeNames;
import java.util.Locale;

/** Formats numbers and phrases for sentences. */
public final class Sentences {
    /** A narrow no-break space: the thousands separator of the page, and before a percent sign. */
    private static final char THIN = '\u202f';

    /** Smaller shares are written with one decimal. */
    private static final double SMALL = 0.0995;

    private static final int WEEK = 7;
    private static final int YEAR = 365;

    private Sentences() {}

    /** A whole number: {@code 1 240}. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', THIN);
    }

    /** A number of customers: {@code 1 customer}, {@code 1 240 customers}. */
    public static String customers(long count) {
        return number(count) + (count == 1 ? " customer" : " customers");
    }

    /** A share in percent: {@code 61 %}, {@code 4.3 %}. */
    public static String percent(double share) {
        boolean isSmall = share < SMALL;
        return String.format(Locale.ROOT, isSmall && share > 0 ? "%.1f%c%%" : "%.0f%c%%", 100 * share, THIN);
    }

    /** The last days, up to now: {@code in the last week}, {@code in the last 30 days}, {@code in the last year}. */
    public static String period(int days) {
        return switch (days) {
            case WEEK -> "in the last week";
            case YEAR -> "in the last year";
            default -> "in the last " + days + " days";
        };
    }

    /** The beginning of the last days: {@code a week ago}, {@code 30 days ago}, {@code a year ago}. */
    static String ago(int days) {
        return switch (days) {
            case WEEK -> "a week ago";
            case YEAR -> "a year ago";
            default -> days + " days ago";
        };
    }

    /** Describes customers with a value of an attribute: {@code with region west}, {@code without region}. */
    static String ofSegment(String attribute, String value) {
        return value.equals(ScopeNames.UNSET)
                ? "without " + inner(attribute)
                : "with " + inner(attribute) + " " + value;
    }

    /** A name from the data, for use within a sentence. */
    static String inner(String name) {
        return ScopeLabels.words(name).toLowerCase(Locale.ROOT);
    }
}
