package io.truenorth.relationship.model;

import io.truenorth.relationship.ledger.Sentiment;
import java.util.List;
import java.util.Optional;

/**
 * Maps the answers of a survey or the stars of a review to a sentiment: contiguous ranges of numbers.
 *
 * @param ranges at least one, ascending
 */
public record AnswerScale(List<Range> ranges) {

    /**
     * A range of answers with the same sentiment.
     *
     * @param from first answer of the range
     * @param to last answer of the range, inclusive
     * @param sentiment the sentiment of these answers
     */
    public record Range(int from, int to, Sentiment sentiment) {

        public Range {
            new Checks()
                    .that(from <= to, "to", "expected at least " + from + ", was " + to)
                    .done();
        }
    }

    public AnswerScale {
        ranges = List.copyOf(ranges);
        Checks checks = new Checks().that(!ranges.isEmpty(), "ranges", "expected at least one range of answers");
        for (int i = 1; i < ranges.size(); i++) {
            long next = ranges.get(i - 1).to() + 1L;
            checks.that(
                    ranges.get(i).from() == next,
                    "ranges[" + i + "].from",
                    "expected " + next + ", the first number after the previous range, was "
                            + ranges.get(i).from());
        }
        checks.done();
    }

    /** Returns the sentiment of an answer, or empty if it is outside the scale. */
    public Optional<Sentiment> sentimentOf(int answer) {
        return ranges.stream()
                .filter(range -> range.from() <= answer && answer <= range.to())
                .map(Range::sentiment)
                .findFirst();
    }
}
