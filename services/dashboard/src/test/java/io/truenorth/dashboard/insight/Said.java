package io.truenorth.dashboard.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a sentence says.
 *
 * @param hit how many do it
 * @param customers of how many
 * @param share in percent, as rounded for reading
 * @param shareElsewhere the same of the others
 */
record Said(long hit, long customers, double share, double shareElsewhere) {
    private static final Pattern SENTENCE = Pattern.compile(
            "([\\d\u202f]+) of ([\\d\u202f]+) customers .*: ([\\d.]+)\u202f%, compared with ([\\d.]+)\u202f% of others\\.");

    static Said by(Opportunity opportunity) {
        Matcher said = SENTENCE.matcher(opportunity.sentence());
        assertThat(said.matches()).as(opportunity.sentence()).isTrue();
        return new Said(
                Long.parseLong(said.group(1).replace("\u202f", "")),
                Long.parseLong(said.group(2).replace("\u202f", "")),
                Double.parseDouble(said.group(3)),
                Double.parseDouble(said.group(4)));
    }

    /** A percentage as a sentence rounds it. */
    double rounded(double percent) {
        return Double.parseDouble(String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent));
    }
}
