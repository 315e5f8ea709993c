package io.truenorth.dashboard.api.response;

/** The live event {@code joins}: how many customers were joined, kept apart and split since the event before. */
public record JoinsEvent(long joined, long refused, long split) {}
