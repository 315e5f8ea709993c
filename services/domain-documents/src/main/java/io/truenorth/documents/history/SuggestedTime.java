package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The column or columns of the time.
 *
 * @param columns one, or a date, a time of day and perhaps a zone
 * @param guess how they are written
 */
record SuggestedTime(List<SampledColumn> columns, TimeGuess guess) {

    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern ZONE = Pattern.compile("[A-Z]{3,4}");

    /** Words in the names of such columns, the best first. */
    private static final List<String> LIKELY = List.of(
            "created",
            "create date",
            "order date",
            "purchase date",
            "submit",
            "confirm",
            "optin",
            "end date",
            "datum",
            "buchungstag",
            "date",
            "time",
            "when",
            "timestamp",
            "ts");

    private static final List<String> UNLIKELY =
            List.of("updated", "changed", "modified", "reply", "solved", "birth", "expir", "millis", "recorded");

    /** The time among some columns; empty if none holds times. */
    static Optional<SuggestedTime> of(List<SampledColumn> columns) {
        List<SuggestedTime> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int after = i;
            of(columns.get(i), columns.subList(after + 1, columns.size())).ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparingInt(SuggestedTime::rank));
    }

    private static Optional<SuggestedTime> of(SampledColumn date, List<SampledColumn> following) {
        List<SampledColumn> joined = new ArrayList<>(List.of(date));
        Optional<TimeGuess> alone = TimeGuess.of(date);
        boolean withoutTime =
                alone.isPresent() && alone.get().patterns().stream().noneMatch(text -> text.matches(".*[Hh].*"));
        if (withoutTime && !following.isEmpty() && following.get(0).mostly(TIME_OF_DAY.asMatchPredicate())) {
            joined.add(following.get(0));
            if (following.size() > 1 && following.get(1).mostly(ZONE.asMatchPredicate())) {
                joined.add(following.get(1));
            }
            Optional<TimeGuess> together = TimeGuess.of(joined(joined));
            if (together.isPresent()) {
                return Optional.of(new SuggestedTime(joined, together.get()));
            }
        }
        return alone.map(guess -> new SuggestedTime(List.of(date), guess));
    }

    /** The columns as the reader joins them. */
    private static SampledColumn joined(List<SampledColumn> columns) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < columns.get(0).values().size(); row++) {
            int at = row;
            values.add(String.join(
                    " ", columns.stream().map(column -> column.values().get(at)).toList()));
        }
        return new SampledColumn("", values);
    }

    private int rank() {
        String words = columns.get(0).words();
        int likely = SuggestedColumns.rank(words, LIKELY);
        boolean often =
                columns.get(0).filled().size() * 2 >= columns.get(0).values().size();
        boolean unlikely = UNLIKELY.stream().anyMatch(words::contains);
        return likely + (often ? 0 : LIKELY.size()) + (unlikely ? 2 * LIKELY.size() : 0);
    }

    /** Whether the name of a column says that the times are UTC, or the times say so themselves. */
    boolean hasZone() {
        boolean inText =
                guess.patterns().stream().allMatch(pattern -> pattern.endsWith("xx") || pattern.endsWith(" z"));
        boolean iso = guess.format().equals("iso-8601")
                && columns.get(0).mostly(value -> value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)"));
        return guess.format().startsWith("epoch") || iso || !guess.patterns().isEmpty() && inText;
    }

    /**
     * Writes the time, and asks if no line tells day from month.
     *
     * @param pattern which pattern is decided on; negative for none
     */
    void write(SuggestionText text, int pattern) {
        boolean open = guess.isAmbiguous() && pattern < 0;
        if (open) {
            String example = columns.get(0).filled().get(0);
            text.ask("no line tells day from month: " + Excerpt.of(example)
                    + DateReadings.of(example).question().replace("; state the pattern in a mapping", ""));
        }
        String place = columns.size() == 1
                ? "column: " + SuggestionText.quoted(columns.get(0))
                : "columns: [ " + columns.stream().map(SuggestionText::quoted).collect(Collectors.joining(", ")) + " ]";
        String patterns = open
                ? String.join(" or ", guess.patterns())
                : guess.patterns().stream()
                        .skip(Math.max(0, pattern))
                        .findFirst()
                        .orElse("");
        String key = patterns.isEmpty() ? "" : ", pattern: \"" + patterns + "\"";
        String zone = hasZone() ? "" : ", zone: UTC";
        String comment = hasZone() || columns.get(0).name().contains("UTC")
                ? ""
                : "   # zone: where the clock of these times is, such as Europe/Zurich";
        text.add("time: { " + place + ", format: " + guess.format() + key + zone + " }" + comment);
    }
}
