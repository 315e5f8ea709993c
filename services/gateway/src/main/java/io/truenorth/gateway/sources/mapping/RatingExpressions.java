package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.Rating;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.AnswerScale.Range;
import io.truenorth.relationship.model.ScoringModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The functions that return sentiments: −1, 0 or 1. */
final class RatingExpressions {

    private static final Map<String, AnswerScale> SCALES =
            new TreeMap<>(ScoringModel.standard().answerScales());

    private RatingExpressions() {}

    /**
     * The sentiment of a rating.
     *
     * @param of the rating
     * @param outOf the best rating there is; one to five stars where the payload does not state it
     */
    record Rated(Expression of, Expression outOf) implements Expression {

        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            return found.isEmpty() ? found : Optional.of(sentiment(found.get(), scale(payload)));
        }

        private static Extracted sentiment(Extracted found, Rating scale) throws UnmappedException {
            return scale.sentimentOf(found.decimal(scale.toString()))
                    .map(sentiment -> found.withText(Integer.toString(sentiment)))
                    .orElseThrow(() -> found.unexpected(scale.toString()));
        }

        private Rating scale(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> stated = outOf.evaluate(payload);
            if (stated.isEmpty()) {
                return Rating.STARS;
            }
            String expected = "the best rating, such as 10";
            BigDecimal most = stated.get().decimal(expected);
            if (most.signum() <= 0) {
                throw stated.get().unexpected(expected);
            }
            return Rating.outOf(most);
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return Stream.concat(of.locations(), outOf.locations());
        }
    }

    /** The sentiment of an answer on a scale of the standard scoring model. */
    record Answer(String name, AnswerScale scale, Expression of) implements Expression.Derived {

        /** The function of a document that names a scale. */
        static Expression read(DocumentNode node, Expression of) {
            String name = node.text("");
            AnswerScale scale = SCALES.get(name);
            if (scale == null) {
                node.problem("expected one of " + String.join(", ", SCALES.keySet()) + ", was " + Excerpt.of(name));
                return of;
            }
            return new Answer(name, scale, of);
        }

        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            return found.isEmpty() ? found : Optional.of(sentiment(found.get()));
        }

        private Extracted sentiment(Extracted found) throws UnmappedException {
            Sentiment sentiment = whole(found.decimal(expected()))
                    .flatMap(scale::sentimentOf)
                    .orElseThrow(() -> found.unexpected(expected()));
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
            return "an answer of " + name + ", a whole number from "
                    + ranges.get(0).from() + " to "
                    + ranges.get(ranges.size() - 1).to();
        }
    }
}
