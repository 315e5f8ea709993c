package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the sentiment of a row. */
final class HistoryNumbers {

    private final FieldRules rules;

    HistoryNumbers(FieldRules rules) {
        this.rules = rules;
    }

    /** The sentiment, −1 to 1. */
    OptionalDouble sentiment(Row row) throws LineRejection {
        String text = rules.sentiment().read(row);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<AnswerScale> scale = rules.scale();
        return OptionalDouble.of(scale.isPresent() ? answer(text, scale.get()) : plainSentiment(text));
    }

    private double plainSentiment(String text) throws LineRejection {
        double sentiment =
                rules.numbers().parse(text).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (!(sentiment >= -1 && sentiment <= 1)) {
            throw new LineRejection(
                    rules.sentiment().label("sentiment"), "a number from -1 to 1 or nothing", Excerpt.of(text));
        }
        return sentiment;
    }

    private double answer(String text, AnswerScale scale) throws LineRejection {
        Optional<Sentiment> sentiment = rules.numbers()
                .parse(text)
                .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .flatMap(number -> scale.sentimentOf(number.intValue()));
        if (sentiment.isEmpty()) {
            int last = scale.ranges().size() - 1;
            String expected = "a whole answer from " + scale.ranges().get(0).from() + " to "
                    + scale.ranges().get(last).to() + " or nothing";
            throw new LineRejection(rules.sentiment().label("sentiment"), expected, Excerpt.of(text));
        }
        return switch (sentiment.get()) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL, NONE -> 0;
        };
    }
}
