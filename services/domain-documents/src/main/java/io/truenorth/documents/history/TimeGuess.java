package io.truenorth.documents.history;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the times of a column may be written.
 *
 * @param format as in a mapping
 * @param patterns with the format {@code pattern}, one, or two that read the same dates as different days
 */
record TimeGuess(String format, List<String> patterns) {

    private static final double MOST = 0.8;
    private static final int PROBED = 5;
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d+)?");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");
    private static final Pattern SHORT_DAY = Pattern.compile("(?s)^\\d[./-].*|^\\d+[./-]\\d[./-].*");

    private static final List<String> DATES =
            List.of("yyyy-MM-dd", "yyyy/MM/dd", "MMM d, yyyy", "d MMM yyyy", "d MMMM yyyy");
    private static final List<String> TIMES = List.of(
            "",
            " HH:mm:ss",
            " HH:mm",
            " HH:mm:ss xx",
            " HH:mm:ss xxx",
            " HH:mm:ss z",
            " HH:mm z",
            " h:mm a",
            " h:mm:ss a",
            ", HH:mm",
            ", HH:mm:ss",
            ", h:mm a");

    /** Whether no line decides which of two patterns is right. */
    boolean isAmbiguous() {
        return patterns.size() > 1;
    }

    /** The guess for a column; empty if its values are no times. */
    static Optional<TimeGuess> of(SampledColumn column) {
        if (column.mostly(SECONDS.asMatchPredicate())) {
            return Optional.of(new TimeGuess("epoch-seconds", List.of()));
        }
        if (column.mostly(MILLIS.asMatchPredicate())) {
            return Optional.of(new TimeGuess("epoch-millis", List.of()));
        }
        if (column.mostly(value -> value.indexOf('T') > 0
                && millis(TimeFormat.iso(ZoneOffset.UTC), value).isPresent())) {
            return Optional.of(new TimeGuess("iso-8601", List.of()));
        }
        List<String> fitting = fitting(column);
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new TimeGuess("pattern", fitting));
    }

    /** The patterns that read most values; of several that read the same times, the first. */
    private static List<String> fitting(SampledColumn column) {
        List<String> filled = column.filled();
        if (filled.isEmpty() || filled.get(0).chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        Map<List<Optional<Long>>, String> readings = new LinkedHashMap<>();
        boolean shortDays = filled.stream().anyMatch(SHORT_DAY.asMatchPredicate());
        long most = 0;
        for (String date : dates(shortDays)) {
            for (String time : TIMES) {
                TimeFormat format = TimeFormat.pattern(date + time, ZoneOffset.UTC);
                if (filled.stream()
                        .limit(PROBED)
                        .noneMatch(text -> millis(format, text).isPresent())) {
                    continue;
                }
                List<Optional<Long>> read = read(format, filled);
                long count = read.stream().filter(Optional::isPresent).count();
                if (count > most) {
                    readings.clear();
                }
                if (count > 0 && count >= most) {
                    most = count;
                    readings.putIfAbsent(read, date + time);
                }
            }
        }
        return most < filled.size() * MOST ? List.of() : List.copyOf(readings.values());
    }

    private static List<Optional<Long>> read(TimeFormat format, List<String> texts) {
        return texts.stream().map(text -> millis(format, text)).toList();
    }

    private static List<String> dates(boolean shortDays) {
        String day = shortDays ? "d" : "dd";
        String month = shortDays ? "M" : "MM";
        List<String> dates = new ArrayList<>(DATES);
        for (String separator : List.of("/", ".", "-")) {
            for (String year : List.of("yyyy", "yy")) {
                dates.add(day + separator + month + separator + year);
                dates.add(month + separator + day + separator + year);
            }
        }
        return dates;
    }

    private static Optional<Long> millis(TimeFormat format, String text) {
        try {
            return Optional.of(format.parser().epochMillis(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
