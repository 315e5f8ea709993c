package io.truenorth.streams.topology;

import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;

/** Maps a valid touchpoint in euros to its touch, independently of the main code. */
public final class Touches {
    private Touches() {}

    public static Touch of(Touchpoint touchpoint) {
        Double sentiment = touchpoint.getSentiment();
        return Touch.of(
                touchpoint.getEventId(),
                touchpoint.getOccurredAt(),
                touchpoint.getChannel(),
                touchpoint.getKind(),
                touchpoint.getSubject(),
                touchpoint.getDirection() == io.truenorth.contract.Direction.IN
                        ? Direction.INBOUND
                        : Direction.OUTBOUND,
                sentiment == null ? Sentiment.NONE : Sentiment.ofValue(sentiment),
                touchpoint.getMoney() == null ? 0 : touchpoint.getMoney().getAmountMinor());
    }
}
