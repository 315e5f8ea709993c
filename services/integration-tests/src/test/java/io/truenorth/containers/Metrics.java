package io.truenorth.containers;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service answers at {@code /metrics}, as Prometheus reads it. */
final class Metrics {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern PARTITION = Pattern.compile("(?:^|,)partition=\"(\\d+)\"");

    private final String text;

    Metrics(String text) {
        this.text = text;
    }

    Set<String> names() {
        return text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(sample -> sample.group(1))
                .collect(Collectors.toSet());
    }

    /** The sum of all samples of that name that have a value. */
    double sum(String name) {
        return text.lines()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && sample.group(1).equals(name))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    /** The partitions that samples of that name have a value for, and it. */
    Map<Integer, Long> byPartition(String name) {
        Map<Integer, Long> values = new TreeMap<>();
        text.lines()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && sample.group(1).equals(name))
                .forEach(sample -> {
                    Matcher partition = PARTITION.matcher(sample.group(2));
                    double value = Double.parseDouble(sample.group(3));
                    if (partition.find() && !Double.isNaN(value)) {
                        values.put(Integer.parseInt(partition.group(1)), (long) value);
                    }
                });
        return values;
    }
}
