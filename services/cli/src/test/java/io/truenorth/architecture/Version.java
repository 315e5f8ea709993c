package io.truenorth.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A version by its numbers: {@code 4.1.140.Final} is younger than {@code 4.1.9.Final}. */
record Version(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern QUALIFIER = Pattern.compile("[.-](jre|android|r|Final|RELEASE).*$");

    private List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        NUMBER.matcher(QUALIFIER.matcher(text).replaceFirst(""))
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .forEach(numbers::add);
        return numbers;
    }

    boolean isOlderThan(Version other) {
        List<Long> ours = numbers();
        List<Long> others = other.numbers();
        for (int i = 0; i < Math.max(ours.size(), others.size()); i++) {
            int order = Long.compare(at(ours, i), at(others, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** Whether the first two numbers are the same. */
    boolean isOfLine(Version other) {
        return at(numbers(), 0) == at(other.numbers(), 0) && at(numbers(), 1) == at(other.numbers(), 1);
    }

    private static long at(List<Long> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
