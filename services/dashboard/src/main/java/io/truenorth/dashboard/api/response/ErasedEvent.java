package io.truenorth.dashboard.api.response;

/**
 * The live event {@code erased}: what is shown of customers is to be asked for again. It names nobody.
 *
 * @param customers how many were erased since the event before
 */
public record ErasedEvent(long customers) {}
