package io.truenorth.service.config;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes numbers of bytes as people do: {@code 64KiB}. */
final class SizeFormat {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB)?");
    private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

    private SizeFormat() {}

    /** The number of bytes at a node; the other one where it is missing, or wrong, which is noted. */
    static long read(DocumentNode node, long low, long high, long otherwise) {
        String text = node.text("");
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Long> bytes = parse(text).filter(size -> size >= low && size <= high);
        if (bytes.isEmpty()) {
            node.problem("expected a number of bytes such as 64KiB, from " + of(low) + " to " + of(high) + ", was "
                    + Excerpt.of(text));
        }
        return bytes.orElse(otherwise);
    }

    static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        return Optional.of(Long.parseLong(matcher.group(1)) << (unit == null ? 0 : SHIFTS.getOrDefault(unit, 0)));
    }

    /** The number in the largest unit that divides it. */
    static String of(long bytes) {
        if (bytes > 0 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + "GiB";
        }
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : Long.toString(bytes);
    }
}
