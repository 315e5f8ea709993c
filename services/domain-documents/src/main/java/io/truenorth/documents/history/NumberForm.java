package io.truenorth.documents.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers are written in a file.
 *
 * @param decimal the decimal separator
 * @param thousands what groups digits by three, if anything
 * @param symbol a currency's sign before or after the number; empty if there is none
 */
record NumberForm(Decimal decimal, Optional<Thousands> thousands, String symbol) {

    /** The decimal separator. */
    enum Decimal {
        POINT("\\."),
        COMMA(",");

        private final String pattern;

        Decimal(String pattern) {
            this.pattern = pattern;
        }
    }

    /** What groups digits by three. */
    enum Thousands {
        APOSTROPHE("['\u2019]"),
        POINT("\\."),
        COMMA(","),
        SPACE("[ \u00a0\u202f\u2009]");

        private final String pattern;

        Thousands(String pattern) {
            this.pattern = pattern;
        }
    }

    /** Digits and a decimal point. */
    static final NumberForm STANDARD = new NumberForm(Decimal.POINT, Optional.empty(), "");

    private static final Pattern ONE_COMMA = Pattern.compile("[-+]?\\d{1,3},\\d{3}");

    private static final List<NumberForm> OTHERS = List.of(
            new NumberForm(Decimal.POINT, Optional.of(Thousands.SPACE), ""),
            new NumberForm(Decimal.POINT, Optional.of(Thousands.APOSTROPHE), ""),
            new NumberForm(Decimal.POINT, Optional.of(Thousands.COMMA), ""),
            new NumberForm(Decimal.COMMA, Optional.empty(), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.POINT), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.SPACE), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.APOSTROPHE), ""));

    /** The number of a text; empty if it is written otherwise. */
    Optional<BigDecimal> parse(String text) {
        Optional<BigDecimal> plain = isPlain() ? DecimalText.parse(text) : Optional.empty();
        return plain.isPresent() ? plain : parseWritten(text);
    }

    private boolean isPlain() {
        return decimal == Decimal.POINT && symbol.isEmpty();
    }

    private Optional<BigDecimal> parseWritten(String text) {
        String number = withoutSymbol(text.strip().replace('\u2212', '-'));
        if (thousands.isPresent()) {
            String group = thousands.get().pattern;
            Matcher grouped = Pattern.compile(
                            "([-+]?)(\\d{1,3}(?:" + group + "\\d{3})+)((?:" + decimal.pattern + "\\d*)?)")
                    .matcher(number);
            if (grouped.matches()) {
                number = grouped.group(1) + grouped.group(2).replaceAll(group, "") + grouped.group(3);
            }
        }
        if (decimal == Decimal.COMMA) {
            if (number.indexOf('.') >= 0) {
                return Optional.empty();
            }
            number = number.replace(',', '.');
        }
        return DecimalText.parse(number);
    }

    private String withoutSymbol(String number) {
        if (symbol.isEmpty() || !number.contains(symbol)) {
            return number;
        }
        int at = number.indexOf(symbol);
        String before = number.substring(0, at).strip();
        String after = number.substring(at + symbol.length()).strip();
        boolean outside = before.isEmpty() || after.isEmpty() || before.equals("-") || before.equals("+");
        return outside ? before + after : number;
    }

    /** What reads a text that is no number of this form, for messages; empty if nothing does. */
    String hint(String text) {
        if (isPlain() && ONE_COMMA.matcher(text).matches()) {
            return "; 'decimal: comma' or 'thousands: comma' in a mapping says what the comma is";
        }
        return OTHERS.stream()
                .filter(other -> !other.equals(this) && other.parse(text).isPresent())
                .findFirst()
                .map(other -> ", which " + other.inMapping() + " in a mapping reads")
                .orElse("");
    }

    private String inMapping() {
        String ofDecimal = decimal == Decimal.COMMA ? "'decimal: comma'" : "";
        String ofThousands = thousands
                .map(group -> "'thousands: " + group.name().toLowerCase(Locale.ROOT) + "'")
                .orElse("");
        return ofDecimal + (ofDecimal.isEmpty() || ofThousands.isEmpty() ? "" : " and ") + ofThousands;
    }
}
