package io.truenorth.streams.intake;

/** What a record turned out to be. */
public sealed interface Reading permits Arrival, Refusal {}
