package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The sentiment that a customer expresses by an event: by its name alone, or by the rating or NPS answer that it states. */
final class StatedSentiment {

    private static final AnswerScale NPS = Optional.ofNullable(
                    ScoringModel.standard().answerScales().get("nps"))
            .orElseThrow();

    /** Kinds that express a sentiment: an invalid rating fails the event, as without it the review would count as praise. */
    private static final Set<String> RATED = Set.of("review_posted", "survey_answered", "testimonial_given");

    /** Names of other events by which customers rate something, rather than see the ratings of others. */
    private static final Pattern RATING_EVENT = Pattern.compile("(^|_)(reviewed|rated)$"
            + "|(^|_)(review|survey|feedback|rating|nps|csat)s?"
            + "_(submitted|posted|written|created|completed|answered|given|left|received|sent_in|recorded)$");

    private StatedSentiment() {}

    /**
     * The sentiment: −1, 0 or 1; empty if the event expresses none.
     *
     * @param words the name of the event in lower-case words
     * @throws UnmappedException if the event is a review or an answer and its rating is invalid
     */
    static Optional<Integer> of(SpecEvent meaning, String words, SegmentMessage properties) throws UnmappedException {
        if (meaning.sentiment() != 0) {
            return Optional.of(meaning.sentiment());
        }
        if (RATED.contains(meaning.kind())) {
            return StatedRating.sentiment(properties);
        }
        return RATING_EVENT.matcher(words).find() ? ifValid(properties) : Optional.empty();
    }

    private static Optional<Integer> ifValid(SegmentMessage properties) {
        try {
            return StatedRating.sentiment(properties);
        } catch (UnmappedException e) {
            return Optional.empty();
        }
    }

    /**
     * The sentiment of an answer to "how likely is it that you recommend us", by the standard model.
     *
     * @throws UnmappedException if it is not a whole number from 0 to 10
     */
    static int ofNpsAnswer(SegmentMessage properties, String name) throws UnmappedException {
        OptionalLong answer = new JsonNumber(properties.text(name).orElse("")).integer();
        Optional<Sentiment> sentiment = answer.isPresent() && answer.getAsLong() == (int) answer.getAsLong()
                ? NPS.sentimentOf((int) answer.getAsLong())
                : Optional.empty();
        return switch (sentiment.orElseThrow(() -> new UnmappedException(
                properties.pathOf(name),
                "expected a whole number from 0 to 10, was "
                        + JsonNodes.describe(properties.value(name).orElseThrow())))) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL, NONE -> 0;
        };
    }
}
