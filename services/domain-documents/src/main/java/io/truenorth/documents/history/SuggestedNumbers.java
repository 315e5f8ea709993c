package io.truenorth.documents.history;

import io.truenorth.documents.history.NumberForm.Decimal;
import io.truenorth.documents.history.NumberForm.Thousands;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The column of the money.
 *
 * @param column the amounts
 * @param form how they are written
 * @param undecided whether the separator in all of them may be of decimals or of thousands
 */
record SuggestedNumbers(SampledColumn column, NumberForm form, boolean undecided) {

    /** Words in the names of such columns, the best first. */
    private static final List<String> LIKELY = List.of(
            "total collected",
            "total paid",
            "order total",
            "total amount",
            "total",
            "gross",
            "betrag",
            "amount",
            "umsatz",
            "revenue",
            "item price",
            "price",
            "value",
            "montant",
            "importe",
            "net");

    private static final List<String> UNLIKELY = List.of(
            "refund",
            "fee",
            "tax",
            "discount",
            "subtotal",
            "quantity",
            "balance",
            "lineitem",
            "count",
            "tip",
            "points");

    private static final Pattern SIGN =
            Pattern.compile("-?([$€£¥]|[A-Z]{2,3}|Fr\\.) ?-?\\d.*|.*\\d ?([$€£¥]|[A-Z]{3})");
    private static final Pattern UNDECIDED = Pattern.compile("[-+]?\\d{1,3}[.,]\\d{3}");

    private static final List<NumberForm> FORMS = List.of(
            NumberForm.STANDARD,
            new NumberForm(Decimal.POINT, Optional.of(Thousands.COMMA), ""),
            new NumberForm(Decimal.COMMA, Optional.empty(), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.POINT), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.SPACE), ""),
            new NumberForm(Decimal.COMMA, Optional.of(Thousands.APOSTROPHE), ""),
            new NumberForm(Decimal.POINT, Optional.of(Thousands.APOSTROPHE), ""),
            new NumberForm(Decimal.POINT, Optional.of(Thousands.SPACE), ""));

    /** The money among some columns; empty if no column of numbers has a name for it. */
    static Optional<SuggestedNumbers> of(List<SampledColumn> columns) {
        return columns.stream()
                .filter(column -> SuggestedColumns.rank(column.words(), LIKELY) < LIKELY.size())
                .filter(column -> UNLIKELY.stream().noneMatch(column.words()::contains))
                .sorted(Comparator.comparingInt(column -> SuggestedColumns.rank(column.words(), LIKELY)))
                .flatMap(column -> of(column).stream())
                .findFirst();
    }

    private static Optional<SuggestedNumbers> of(SampledColumn column) {
        String symbol = symbol(column);
        return FORMS.stream()
                .map(form -> new NumberForm(form.decimal(), form.thousands(), symbol))
                .filter(form -> !column.filled().isEmpty()
                        && column.filled().stream()
                                .allMatch(value -> form.parse(value).isPresent()))
                .findFirst()
                .map(form -> new SuggestedNumbers(
                        column, form, column.mostly(UNDECIDED.asMatchPredicate()) && isAllUndecided(column)));
    }

    private static boolean isAllUndecided(SampledColumn column) {
        return column.filled().stream().allMatch(UNDECIDED.asMatchPredicate());
    }

    private static String symbol(SampledColumn column) {
        List<String> signs = column.filled().stream()
                .map(SIGN::matcher)
                .filter(Matcher::matches)
                .map(sign -> sign.group(1) == null ? sign.group(2) : sign.group(1))
                .distinct()
                .toList();
        return signs.size() == 1 ? signs.get(0) : "";
    }

    /** The keys of a mapping for numbers of this form. */
    List<String> keys() {
        return Stream.of(
                        form.decimal() == Decimal.COMMA ? "decimal: comma" : "",
                        form.thousands()
                                .map(group -> "thousands: " + group.name().toLowerCase(Locale.ROOT))
                                .orElse(""))
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
