package io.truenorth.gateway.translation;

import io.truenorth.gateway.json.JsonValue.Members;

/** What became of a message of another format. */
public sealed interface Translation {

    /**
     * A touch.
     *
     * @param event in the native form, not yet held against the contract
     */
    record Touch(Members event) implements Translation {}

    /**
     * No touch, and rightly so.
     *
     * @param reason why, for people
     */
    record Ignored(String reason) implements Translation {}

    /**
     * Perhaps a touch, but not to be understood.
     *
     * @param path where, as a JSON pointer into the message as it was sent
     * @param message what was expected and what was found
     */
    record Unmapped(String path, String message) implements Translation {}
}
