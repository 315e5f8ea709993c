package io.truenorth.gateway.ingest;

import io.truenorth.gateway.event.TranslationOutcome;
import java.util.List;

/**
 * A message, or one item of it, and its translation.
 *
 * @param message what is stored if any part of it fails: its body, with the headers that its meaning depends on
 * @param outcomes in the order of its parts
 */
public record TranslatedMessage(ReceivedMessage message, List<TranslationOutcome> outcomes) {

    /** Keeps an immutable copy. */
    public TranslatedMessage {
        outcomes = List.copyOf(outcomes);
    }

    /** A message with one outcome. */
    public static TranslatedMessage of(ReceivedMessage message, TranslationOutcome outcome) {
        return new TranslatedMessage(message, List.of(outcome));
    }
}
