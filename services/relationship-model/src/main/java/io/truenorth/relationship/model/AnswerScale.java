package io.truenorth.relationship.model;

import io.truenorth.relationship.ledger.Sentiment;
import java.util.List;
import java.util.Optional;

/**
 * How the answers of a survey or the stars of a review become a sentiment: ranges of numbers that follow each other
 * without gap.
 *
 * @param ranges at least one, ascending
 */
public record AnswerScale(List<Range> ranges) {

    /**
     * The answers from one number to another.
     *
     * @param from first answer of the range
     * @param to last answer of the range
     * @param sentiment what these answers say
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
                    "expected " + next + ", which follows the range before, was "
                            + ranges.get(i).from());
        }
        checks.done();
    }

    /** The sentiment of an answer, or nothing if it is outside the scale. */
    public Optional<Sentiment> sentimentOf(int answer) {
        return ranges.stream()
                .filter(range -> range.from() <= answer && answer <= range.to())
                .map(Range::sentiment)
                .findFirst();
    }
}
