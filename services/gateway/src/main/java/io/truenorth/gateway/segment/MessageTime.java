package io.truenorth.gateway.segment;

import io.truenorth.gateway.intake.UnmappedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the event of a message happened, by our clock rather than by the sender's: {@code timestamp + (receivedAt − sentAt)}, as
 * the specification says.
 */
final class MessageTime {

    private MessageTime() {}

    /**
     * The time.
     *
     * <p>It is taken as sent from a message that somebody has received and corrected before, which its own {@code
     * receivedAt} tells; from one that does not say when it was sent; and from one without {@code messageId}, whose words
     * make its id: a time that changes with each attempt would make another event of each. Without a timestamp it is the
     * arrival.
     *
     * @param batchSentAt when its batch was sent; what the message says itself comes first
     * @throws UnmappedException if a time is none
     */
    static Instant of(SegmentMessage message, Optional<String> batchSentAt, Instant receivedAt)
            throws UnmappedException {
        Optional<Instant> stated = first(message.time("timestamp"), message.time("originalTimestamp"));
        Optional<Instant> sent = message.time("sentAt");
        if (sent.isEmpty() && batchSentAt.isPresent()) {
            sent = Optional.of(SegmentMessage.time(batchSentAt.get(), "/sentAt"));
        }
        boolean corrected = message.value("receivedAt").isPresent();
        boolean stable = message.text("messageId").isPresent();
        if (stated.isEmpty()) {
            return receivedAt;
        }
        if (sent.isEmpty() || corrected || !stable) {
            return stated.get();
        }
        return stated.get().plus(Duration.between(sent.get(), receivedAt));
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() ? one : other;
    }
}
