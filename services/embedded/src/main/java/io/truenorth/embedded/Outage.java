package io.truenorth.embedded;

/**
 * The end of a broker or registry that nobody asked for.
 *
 * @param component {@code broker} or {@code registry}
 * @param message what happened and what to do, with the end of its log where there is one
 */
public record Outage(String component, String message) {}
