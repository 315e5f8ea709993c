package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.AnswerScale.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sentiment of an answer: −1, 0 or 1. */
record ScaleValue(String name, AnswerScale scale, Value of) implements Value.Derived {

    @Override
    public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
        Optional<Found> found = of.in(payload);
        return found.isEmpty() ? found : Optional.of(sentiment(found.get()));
    }

    private Found sentiment(Found found) throws UnreadablePayloadException {
        BigDecimal answer = Decimals.read(found, expected());
        Sentiment sentiment = whole(answer)
                .flatMap(scale::sentimentOf)
                .orElseThrow(() -> new UnreadablePayloadException(
                        found.origin(), "expected " + expected() + ", was " + Excerpt.of(found.text())));
        return found.withText(Integer.toString(
                switch (sentiment) {
                    case POSITIVE -> 1;
                    case NEGATIVE -> -1;
                    case NEUTRAL, NONE -> 0;
                }));
    }

    private static Optional<Integer> whole(BigDecimal answer) {
        try {
            return Optional.of(answer.intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private String expected() {
        List<Range> ranges = scale.ranges();
        return "an answer of " + name + ", a whole number from " + ranges.get(0).from() + " to "
                + ranges.get(ranges.size() - 1).to();
    }
}
