package io.truenorth.gateway.ingest;

import io.truenorth.schemas.FailureReason;
import java.util.Map;

/**
 * Something that was accepted and cannot become a touchpoint as things stand; kept as it was sent, to be replayed once that
 * is repaired.
 *
 * @param original as it was sent, a body or one item of a batch
 * @param reason why
 * @param path where in it, as a JSON pointer; empty for the whole
 * @param message what was found and what was expected, without personal data
 * @param source the name of the source that sent it
 * @param receivedAt when it arrived, epoch ms
 * @param headers the request's headers that its meaning depends on, by name
 */
public record FailedEvent(
        String original,
        FailureReason reason,
        String path,
        String message,
        String source,
        long receivedAt,
        Map<String, String> headers) {

    /** Keeps the headers as they are. */
    public FailedEvent {
        headers = Map.copyOf(headers);
    }
}
