package io.truenorth.dashboard.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service tells of itself, in Prometheus' text format. Lines that are none are left out. */
final class Meters {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*\\})? (\\S+)(?: \\d+)?");

    private final List<Sample> samples = new ArrayList<>();

    private Meters() {}

    static Meters read(String text) {
        Meters meters = new Meters();
        text.lines().filter(line -> !line.startsWith("#")).forEach(meters::add);
        return meters;
    }

    private void add(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            String labels = parts.group(2) == null ? "" : parts.group(2);
            samples.add(new Sample(parts.group(1), labels, number(parts.group(3))));
        }
    }

    private static double number(String text) {
        try {
            return switch (text) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The sum of a meter over the labels that have a text in them. A value that is not known yet counts for nothing. */
    double sum(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name.equals(name) && sample.labels.contains(label))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .sum();
    }

    /** The greatest value of a meter over the labels that have a text in them. */
    OptionalDouble greatest(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name.equals(name) && sample.labels.contains(label))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .max();
    }

    /** The values of a meter by their labels; those that are not known yet are not finite. */
    Map<String, Double> values(String name) {
        return samples.stream()
                .filter(sample -> sample.name.equals(name))
                .collect(Collectors.toMap(Sample::labels, Sample::value, Math::max));
    }

    private record Sample(String name, String labels, double value) {}
}
