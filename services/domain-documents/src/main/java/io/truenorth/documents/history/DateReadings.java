package io.truenorth.documents.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dates that a text such as {@code 05/03/2021} may be. Which one is meant only a mapping can say.
 *
 * @param readings one or two, each with its pattern
 */
record DateReadings(List<Interpretation> readings) {

    /** A date, and the pattern by which the text is that date. */
    record Interpretation(LocalDate date, String pattern) {
        @Override
        public String toString() {
            return date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)) + " as " + pattern;
        }
    }

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(\\D.*)?");

    /** The readings of a text that begins with a date in numbers, the year last; none of another text. */
    static DateReadings of(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches()) {
            return new DateReadings(List.of());
        }
        String first = numbers.group(1);
        String second = numbers.group(3);
        String separator = numbers.group(2);
        int year = Integer.parseInt(numbers.group(4));
        List<Interpretation> readings = new ArrayList<>();
        String dayFirst = "d".repeat(first.length()) + separator + "M".repeat(second.length()) + separator + "yyyy";
        String monthFirst = "M".repeat(first.length()) + separator + "d".repeat(second.length()) + separator + "yyyy";
        add(readings, year, second, first, dayFirst);
        add(readings, year, first, second, monthFirst);
        return new DateReadings(readings);
    }

    private static void add(List<Interpretation> readings, int year, String month, String day, String pattern) {
        try {
            readings.add(
                    new Interpretation(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)), pattern));
        } catch (DateTimeException e) {
            // Not a date in this order.
        }
    }

    /** Whether the text may be two different days. */
    boolean isAmbiguous() {
        return readings.size() > 1
                && !readings.get(0).date().equals(readings.get(1).date());
    }

    /** What a message asks for; empty if the text is no such date. */
    String question() {
        if (readings.isEmpty()) {
            return "";
        }
        String which = readings.stream().map(Interpretation::toString).collect(Collectors.joining(" or "));
        return isAmbiguous()
                ? ", which is " + which + "; state the pattern in a mapping"
                : ", which is " + readings.get(0) + "; a mapping with this pattern reads it";
    }
}
