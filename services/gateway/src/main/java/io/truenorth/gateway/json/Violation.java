package io.truenorth.gateway.json;

import io.truenorth.schemas.FailureReason;

/**
 * Something that is wrong with an event.
 *
 * @param path a JSON pointer from the event's root, such as {@code /identities/0/value}; empty for the whole event
 * @param message what was expected and what was found
 * @param reason the reason it is stored with on {@code touchpoints-failed}
 */
public record Violation(String path, String message, FailureReason reason) {

    /** A violation of the contract, as most are. */
    public Violation(String path, String message) {
        this(path, message, FailureReason.INVALID_EVENT);
    }
}
