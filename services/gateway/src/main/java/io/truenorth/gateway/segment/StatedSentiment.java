package io.truenorth.gateway.segment;

import io.truenorth.gateway.ingest.UnmappedException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the customer speaks of us in an event: as the event means by itself, or by the rating that it states. */
final class StatedSentiment {

    /** Kinds that are a judgement: a rating that is not understood is told, as without it the review would be praise. */
    private static final Set<String> RATED = Set.of("review_posted", "survey_answered", "testimonial_given");

    /** Names of other events by which customers judge, rather than see what others said. */
    private static final Pattern JUDGES = Pattern.compile("(^|_)(reviewed|rated)$"
            + "|(^|_)(review|survey|feedback|rating|nps|csat)s?"
            + "_(submitted|posted|written|created|completed|answered|given|left|received|sent_in|recorded)$");

    private StatedSentiment() {}

    /**
     * The sentiment: −1, 0 or 1.
     *
     * @param words the name of the event in lower-case words
     * @throws UnmappedException if the event is a review or an answer and its rating is not understood
     */
    static Optional<Integer> of(SpecEvent meaning, String words, SegmentMessage properties) throws UnmappedException {
        if (meaning.sentiment() != 0) {
            return Optional.of(meaning.sentiment());
        }
        if (RATED.contains(meaning.kind())) {
            return StatedRating.sentiment(properties);
        }
        return JUDGES.matcher(words).find() ? ifUnderstood(properties) : Optional.empty();
    }

    private static Optional<Integer> ifUnderstood(SegmentMessage properties) {
        try {
            return StatedRating.sentiment(properties);
        } catch (UnmappedException e) {
            return Optional.empty();
        }
    }
}
