package io.truenorth.gateway.json;

import io.truenorth.schemas.FailureReason;

/**
 * Something that is wrong with an event.
 *
 * @param path where, as a JSON pointer from the event's root: {@code /identities/0/value}; empty for the whole
 * @param message what was expected and what was found
 * @param reason what it is called where it is kept as failed
 */
public record Violation(String path, String message, FailureReason reason) {

    /** A breach of the contract, as most flaws are. */
    public Violation(String path, String message) {
        this(path, message, FailureReason.INVALID_EVENT);
    }
}
