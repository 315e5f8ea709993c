package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.Numbers;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer to "how likely is it that you recommend us", 0 to 10, as a sentiment by the standard model. */
final class NpsAnswer {

    private static final AnswerScale SCALE = Optional.ofNullable(
                    ScoringModel.standard().answerScales().get("nps"))
            .orElseThrow();

    private NpsAnswer() {}

    /**
     * The sentiment: −1, 0 or 1.
     *
     * @throws UnmappedException if it is no whole number from 0 to 10
     */
    static int sentiment(SegmentMessage properties, String name) throws UnmappedException {
        OptionalLong answer = Numbers.integer(new Number(properties.text(name).orElse("")));
        Optional<Sentiment> sentiment = answer.isPresent() && answer.getAsLong() == (int) answer.getAsLong()
                ? SCALE.sentimentOf((int) answer.getAsLong())
                : Optional.empty();
        return switch (sentiment.orElseThrow(() -> new UnmappedException(
                properties.pathOf(name),
                "expected a whole number from 0 to 10, was "
                        + properties.value(name).orElseThrow().shown()))) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL, NONE -> 0;
        };
    }
}
