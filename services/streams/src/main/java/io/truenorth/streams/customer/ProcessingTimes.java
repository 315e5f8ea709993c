package io.truenorth.streams.customer;

import java.util.function.LongConsumer;

/**
 * Receives how long processing took, in ms; called by any stream thread.
 *
 * @param arrivalToScore from the latest arrival of a touch to the score of its customer
 * @param linkToJoin from the arrival of a link to the join of two customers
 */
public record ProcessingTimes(LongConsumer arrivalToScore, LongConsumer linkToJoin) {}
