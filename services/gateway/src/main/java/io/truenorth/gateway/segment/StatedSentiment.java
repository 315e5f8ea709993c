package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.Rating;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentiment that a customer expresses by an event: by its name alone, or by the rating or NPS answer that it states. */
final class StatedSentiment {

    private static final AnswerScale NPS_SCALE = Optional.ofNullable(
                    ScoringModel.standard().answerScales().get("nps"))
            .orElseThrow();

    /** Kinds that express a sentiment: an invalid rating fails the event, as without it the review would count as praise. */
    private static final Set<String> RATED = Set.of("review_posted", "survey_answered", "testimonial_given");

    /** Names of other events by which customers rate something, rather than see the ratings of others. */
    private static final Pattern RATING_EVENT = Pattern.compile("(^|_)(reviewed|rated)$"
            + "|(^|_)(review|survey|feedback|rating|nps|csat)s?"
            + "_(submitted|posted|written|created|completed|answered|given|left|received|sent_in|recorded)$");

    private static final List<String> RATINGS =
            List.of("rating", "stars", "starRating", "reviewRating", "csat", "csatScore");
    private static final List<String> IN_OBJECT = List.of("ratingValue", "value", "rating");
    private static final List<String> SCALES =
            List.of("ratingScale", "maxRating", "ratingMax", "bestRating", "outOf", "scale", "max");
    private static final List<String> LEAST = List.of("minRating", "ratingMin", "worstRating");
    private static final List<String> NPS = List.of("npsScore", "nps");

    private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
    private static final Pattern RATING =
            Pattern.compile(NUMBER + "(?:\\s*(?:(?:/|of|out of)\\s*" + NUMBER + "|(%)))?");
    private static final Pattern SCALE =
            Pattern.compile("(?:" + NUMBER + "\\s*(?:-|–|to|\\.\\.)\\s*)?" + NUMBER + "\\s*(?:stars?|points?)?");

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
            return ofRating(properties);
        }
        return RATING_EVENT.matcher(words).find() ? ifValid(properties) : Optional.empty();
    }

    private static Optional<Integer> ifValid(SegmentMessage properties) {
        try {
            return ofRating(properties);
        } catch (UnmappedException e) {
            return Optional.empty();
        }
    }

    /**
     * The sentiment of an answer to "how likely is it that you recommend us", by the standard model.
     *
     * @throws UnmappedException if it is not a whole number from 0 to 10
     */
    private static int ofNpsAnswer(SegmentMessage properties, String name) throws UnmappedException {
        OptionalLong answer = new JsonNumber(properties.text(name).orElse("")).integer();
        Optional<Sentiment> sentiment = answer.isPresent() && answer.getAsLong() == (int) answer.getAsLong()
                ? NPS_SCALE.sentimentOf((int) answer.getAsLong())
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

    /**
     * The sentiment of the rating that is stated: one to five stars unless its scale is stated too ({@code rating_scale}, {@code
     * max_rating}, {@code out_of} …) or part of it ({@code 8/10}, {@code 80%}). A rating outside its scale is invalid.
     *
     * @param properties of the event
     * @throws UnmappedException if the rating is not a number, or outside its scale, or the scale is invalid
     */
    private static Optional<Integer> ofRating(SegmentMessage properties) throws UnmappedException {
        Optional<String> nps = first(properties, NPS);
        if (nps.isPresent()) {
            return Optional.of(ofNpsAnswer(properties, nps.get()));
        }
        Optional<String> name = first(properties, RATINGS);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!properties.value(name.get()).orElseThrow().isObject()) {
            return Optional.of(sentiment(properties, name.get()));
        }
        // As schema.org has it: a rating in an object, with its scale.
        SegmentMessage rating = properties.object(name.get());
        Optional<String> value = first(rating, IN_OBJECT);
        return value.isPresent() ? Optional.of(sentiment(rating, value.get())) : Optional.empty();
    }

    private static int sentiment(SegmentMessage message, String name) throws UnmappedException {
        Matcher stated = RATING.matcher(message.text(name).orElse(""));
        boolean isRating = stated.matches();
        Rating scale = isRating && stated.group(3) != null
                ? Rating.outOf(BigDecimal.valueOf(100))
                : scale(message, name, isRating ? Optional.ofNullable(stated.group(2)) : Optional.empty());
        Optional<Integer> sentiment = isRating ? scale.sentimentOf(new BigDecimal(stated.group(1))) : Optional.empty();
        if (sentiment.isEmpty()) {
            String otherwise = scale.stated() ? "" : ", or its scale beside it as rating_scale";
            throw new UnmappedException(
                    message.pathOf(name),
                    "expected " + scale + otherwise + ", was "
                            + JsonNodes.describe(message.value(name).orElseThrow()));
        }
        return sentiment.get();
    }

    /** @param inRating the best rating that is part of the rating, if there is one */
    private static Rating scale(SegmentMessage message, String name, Optional<String> inRating)
            throws UnmappedException {
        Optional<String> beside = first(message, SCALES);
        String place = inRating.isPresent() ? name : beside.orElse(name);
        Optional<String> text = inRating.isPresent() ? inRating : beside.flatMap(message::text);
        if (text.isEmpty() && beside.isEmpty()) {
            return Rating.STARS;
        }
        Matcher scale = SCALE.matcher(text.orElse(""));
        try {
            if (scale.matches()) {
                Optional<String> least = Optional.ofNullable(scale.group(1))
                        .or(() -> first(message, LEAST).flatMap(message::text));
                BigDecimal most = new BigDecimal(scale.group(2));
                return least.isPresent() ? new Rating(new BigDecimal(least.get()), most, true) : Rating.outOf(most);
            }
        } catch (IllegalArgumentException e) {
            // Reported below like any other invalid scale.
        }
        throw new UnmappedException(
                message.pathOf(place), "expected the best rating, such as 10, or a scale such as 0-10");
    }

    private static Optional<String> first(SegmentMessage message, List<String> names) {
        return names.stream().filter(name -> message.value(name).isPresent()).findFirst();
    }
}
