package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.Rating;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentiment of a rating: −1, 0 or 1.
 *
 * @param of the rating
 * @param outOf the best rating there is; where the payload does not say, one to five stars
 */
record RatingValue(Value of, Value outOf) implements Value {

    @Override
    public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
        Optional<Found> found = of.in(payload);
        return found.isEmpty() ? found : Optional.of(sentiment(found.get(), scale(payload)));
    }

    private static Found sentiment(Found found, Rating scale) throws UnreadablePayloadException {
        return scale.sentimentOf(Decimals.read(found, scale.toString()))
                .map(sentiment -> found.withText(Integer.toString(sentiment)))
                .orElseThrow(() -> new UnreadablePayloadException(
                        found.origin(), "expected " + scale + ", was " + Excerpt.of(found.text())));
    }

    private Rating scale(WebhookPayload payload) throws UnreadablePayloadException {
        Optional<Found> stated = outOf.in(payload);
        if (stated.isEmpty()) {
            return Rating.STARS;
        }
        BigDecimal most = Decimals.read(stated.get(), "the best rating, such as 10");
        if (most.signum() <= 0) {
            throw new UnreadablePayloadException(
                    stated.get().origin(),
                    "expected the best rating, such as 10, was "
                            + Excerpt.of(stated.get().text()));
        }
        return Rating.outOf(most);
    }

    @Override
    public Stream<PayloadLocation> places() {
        return Stream.concat(of.places(), outOf.places());
    }
}
