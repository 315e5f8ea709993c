package io.truenorth.embedded;

/**
 * The unexpected end of a broker or registry.
 *
 * @param component {@code broker} or {@code registry}
 * @param message what happened and the action to take, with the last lines of its log if there is one
 */
public record Outage(String component, String message) {}
