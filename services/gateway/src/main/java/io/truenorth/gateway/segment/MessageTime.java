package io.truenorth.gateway.segment;

import io.truenorth.gateway.ingest.UnmappedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the event of a message happened, by our clock rather than by the sender's: {@code timestamp + (receivedAt − sentAt)}, as
 * the specification says. Only the time of the event is needed: a {@code sentAt} that cannot be read or cannot be true
 * corrects nothing, and costs nothing.
 */
final class MessageTime {

    /** A clock that is set while a message waits may say that it was sent a little before it happened. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** Further ahead of ours no clock is believed to be which, by its own time, has not yet come to now. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    private MessageTime() {}

    /**
     * The time.
     *
     * <p>It is taken as sent from a message that somebody has received and corrected before, which its own {@code
     * receivedAt} tells; from one that does not say credibly when it was sent; and from one without {@code messageId}, whose
     * words make its id: a time that changes with each attempt would make another event of each. Without a timestamp it is
     * the arrival.
     *
     * @param batchSentAt when its batch was sent; what the message says itself comes first
     * @throws UnmappedException if a time of the event is given, and none that can be read
     */
    static Instant of(SegmentMessage message, Optional<String> batchSentAt, Instant receivedAt)
            throws UnmappedException {
        Optional<Instant> stated = stated(message);
        if (stated.isEmpty()) {
            return receivedAt;
        }
        boolean corrected = message.value("receivedAt").isPresent();
        boolean stable = message.text("messageId").isPresent();
        if (corrected || !stable) {
            return stated.get();
        }
        return sent(message, batchSentAt)
                .map(sent -> corrected(stated.get(), sent, receivedAt))
                .orElse(stated.get());
    }

    /** {@code timestamp}, else {@code originalTimestamp}, which is all that RudderStack's libraries send. */
    private static Optional<Instant> stated(SegmentMessage message) throws UnmappedException {
        Optional<Instant> readable =
                message.readableTime("timestamp").or(() -> message.readableTime("originalTimestamp"));
        if (readable.isPresent()) {
            return readable;
        }
        message.requireNoTime("timestamp");
        message.requireNoTime("originalTimestamp");
        return Optional.empty();
    }

    private static Optional<Instant> sent(SegmentMessage message, Optional<String> batchSentAt) {
        return message.readableTime("sentAt").or(() -> batchSentAt.flatMap(WrittenTime::read));
    }

    private static Instant corrected(Instant stated, Instant sent, Instant receivedAt) {
        Duration waited = Duration.between(stated, sent);
        if (waited.compareTo(SLACK.negated()) < 0 || isTooFarAhead(stated, sent, receivedAt)) {
            return stated;
        }
        return waited.isNegative() ? receivedAt : receivedAt.minus(waited);
    }

    /** A clock that is days ahead says so of the event, too, unless the message has waited for days. */
    private static boolean isTooFarAhead(Instant stated, Instant sent, Instant receivedAt) {
        return sent.isAfter(receivedAt.plus(FURTHEST_AHEAD)) && !stated.isAfter(receivedAt);
    }
}
