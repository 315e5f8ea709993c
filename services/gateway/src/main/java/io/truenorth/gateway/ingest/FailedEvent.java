package io.truenorth.gateway.ingest;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.TranslationOutcome;
import io.truenorth.schemas.FailureReason;
import java.util.Map;

/**
 * Something that was accepted but cannot become a touchpoint. It is stored as it was sent, to be replayed after a repair.
 *
 * @param original as it was sent, a body or one item of a batch
 * @param reason why it failed
 * @param path where in it, as a JSON pointer; empty for the whole
 * @param message what was found and what was expected, without personal data
 * @param source the name of the source that sent it
 * @param receivedAt when it arrived, epoch ms
 * @param headers the headers that its meaning depends on, by name
 */
public record FailedEvent(
        String original,
        FailureReason reason,
        String path,
        String message,
        String source,
        long receivedAt,
        Map<String, String> headers) {

    /** Keeps an immutable copy. */
    public FailedEvent {
        headers = Map.copyOf(headers);
    }

    static FailedEvent of(ReceivedMessage message, Sender sender, TranslationOutcome.Failed failure) {
        return new FailedEvent(
                message.body(),
                failure.reason(),
                failure.path(),
                failure.message(),
                sender.name(),
                message.receivedAt(),
                message.headers());
    }
}
