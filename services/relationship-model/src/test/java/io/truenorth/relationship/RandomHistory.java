package io.truenorth.relationship;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Message;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * Random histories of one customer, reproducible from a seed, with several touches per day, retractions, corrections and
 * retries on the next day.
 */
public final class RandomHistory {

    private static final List<String> CHANNELS = List.of("web", "app", "store", "support", "email", "social", "café-☕");
    private static final List<String> KINDS = List.of(
            "page_visited",
            "purchase",
            "email_opened",
            "review_posted",
            "referral_made",
            "referral_converted",
            "ticket_opened",
            "newsletter_sent",
            "unsubscribed",
            "chargeback",
            "refund",
            "email_bounced");
    private static final List<String> SUBJECTS = List.of("", "brand", "product-a", "GROCERY/National");

    private final Random random;
    private final int lastDay;

    private RandomHistory(long seed, int lastDay) {
        this.random = new Random(seed);
        this.lastDay = lastDay;
    }

    /**
     * Returns up to 120 touches in the three years before a time; one in ten is retracted, possibly before it occurs, one
     * in ten corrected, and one in twenty sent again on the next day.
     */
    public static List<Touch> before(long t, long seed) {
        return new RandomHistory(seed, Days.lastBefore(t)).draw();
    }

    /** Returns the ledger of touches, added in order. */
    public static RelationshipLedger ledgerOf(Collection<Touch> touches) {
        RelationshipLedger ledger = new RelationshipLedger();
        touches.forEach(ledger::add);
        return ledger;
    }

    private List<Touch> draw() {
        int size = random.nextInt(120);
        int span = 1 + random.nextInt(1100);
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Touch touch = touch("e" + i, lastDay - random.nextInt(span));
            touches.add(touch);
            switch (random.nextInt(20)) {
                case 0, 1 -> touches.add(random.nextInt(touches.size()), touch.retraction());
                case 2, 3 -> touches.add(random.nextInt(touches.size()), corrected("e" + i, touch.day()));
                case 4 ->
                    touches.add(random.nextInt(touches.size()), touch("e" + i, Math.min(lastDay, touch.day() + 1)));
                default -> {
                    // Sent once and for all.
                }
            }
        }
        return touches;
    }

    private Touch corrected(String id, int day) {
        return touch(id, day).withRevision(1 + random.nextInt(2));
    }

    private Touch touch(String id, int day) {
        boolean money = random.nextInt(4) == 0;
        boolean says = random.nextInt(3) == 0;
        long at = Days.start(day) + random.nextInt((int) Days.MILLIS);
        Touch touch = Touch.of(
                id,
                at,
                pick(CHANNELS),
                pick(KINDS),
                pick(SUBJECTS),
                random.nextInt(4) == 0 ? Direction.OUTBOUND : Direction.INBOUND,
                says ? pick(List.of(Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.NEGATIVE)) : Sentiment.NONE,
                money ? random.nextInt(40_000) - 5_000 : 0);
        return random.nextInt(10) == 0 ? touch.withMessage(Message.of("m" + random.nextInt(3), at)) : touch;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
