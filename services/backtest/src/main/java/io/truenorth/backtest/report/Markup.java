package io.truenorth.backtest.report;

import io.truenorth.backtest.Estimate;
import java.util.Locale;

/** Texts and numbers of the page. */
final class Markup {

    private Markup() {}

    /** A text as content of an element or value of an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A formatted text, in the format's own language. */
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A share as a whole percentage. */
    static String percent(double share) {
        return text("%.0f %%", 100 * share);
    }

    static String number(double value, int decimals) {
        String number = text("%." + decimals + "f", value);
        return number.matches("-0[.]?0*") ? number.substring(1) : number.replace('-', '−');
    }

    /** A text as the beginning of a sentence; names of kinds have underscores. */
    static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1).replace('_', ' ');
    }

    /** The interval of an estimate. */
    static String interval(Estimate estimate, int decimals) {
        return number(estimate.low(), decimals) + " to " + number(estimate.high(), decimals);
    }
}
