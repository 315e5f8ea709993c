package io.truenorth.documents.history;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A column of a sample.
 *
 * @param name as in the header
 * @param values of all records, stripped
 */
record SampledColumn(String name, List<String> values) {

    private static final double MOST = 0.9;
    private static final Pattern NUMBER_OR_DATE = Pattern.compile("[-+]?[$€£]?\\d[\\d.,:/' \u00a0TZ+-]*");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}#]+");

    /** Whether a field is a number, a date or an address, and so no name of a column. */
    static boolean isValue(String field) {
        return NUMBER_OR_DATE.matcher(field.strip()).matches()
                || ADDRESS.matcher(field).matches();
    }

    /** The words of the name, in lower case: {@code order total amount}. */
    String words() {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return OTHER_THAN_LETTERS.matcher(spaced).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Values that are not empty. */
    List<String> filled() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    /** Whether most of the values that are not empty satisfy a condition; false if all are empty. */
    boolean mostly(Predicate<String> condition) {
        List<String> filled = filled();
        long count = filled.stream().filter(condition).count();
        return !filled.isEmpty() && count >= filled.size() * MOST;
    }

    /** Whether most values are e-mail addresses. */
    boolean isOfAddresses() {
        return mostly(ADDRESS.asMatchPredicate());
    }

    /** Whether no value occurs twice, and none is empty. */
    boolean isUnique() {
        return filled().size() == values.size() && new HashSet<>(values).size() == values.size();
    }

    /** Whether all records have the same value. */
    boolean isConstant() {
        return values.size() > 1 && new HashSet<>(values).size() == 1;
    }
}
