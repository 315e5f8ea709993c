package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.Rating;
import io.truenorth.gateway.event.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rating that a message states, as a sentiment: one to five stars unless its scale is stated too ({@code rating_scale},
 * {@code max_rating}, {@code out_of} …) or in it ({@code 8/10}, {@code 80%}). A rating outside its scale is invalid.
 */
final class StatedRating {

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

    private StatedRating() {}

    /**
     * The sentiment; empty if no rating is stated.
     *
     * @param properties of the event
     * @throws UnmappedException if the rating is no number, or outside its scale, or the scale is none
     */
    static Optional<Integer> sentiment(SegmentMessage properties) throws UnmappedException {
        Optional<String> nps = first(properties, NPS);
        if (nps.isPresent()) {
            return Optional.of(StatedSentiment.ofNpsAnswer(properties, nps.get()));
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

    /** @param inRating what the rating is said to be out of, where it says so itself */
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
