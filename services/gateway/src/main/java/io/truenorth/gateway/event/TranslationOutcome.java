package io.truenorth.gateway.event;

import io.truenorth.schemas.FailureReason;

/** The translation of a message, or of one part of it. */
public sealed interface TranslationOutcome {

    /** An event, which is still to be validated. */
    record Event(IncomingEvent event) implements TranslationOutcome {}

    /**
     * Ignored on purpose.
     *
     * @param reason why
     */
    record Ignored(String reason) implements TranslationOutcome {}

    /**
     * Not translated; stored with the reason, so that nothing is lost.
     *
     * @param reason {@code UNMAPPED}, or {@code UNKNOWN_CUSTOMER} where money went back to, or is disputed by, a customer who is
     *     not named
     * @param path a JSON pointer into what was sent, or {@code header:NAME}; empty for the whole
     * @param message what was expected and what was found, without personal data
     */
    record Failed(FailureReason reason, String path, String message) implements TranslationOutcome {}
}
