package io.truenorth.gateway.json;

/**
 * Something that is wrong with an event.
 *
 * @param path where, as a JSON pointer from the event's root: {@code /identities/0/value}; empty for the whole
 * @param message what was expected and what was found
 */
public record Flaw(String path, String message) {}
