package io.truenorth.relationship.score;

/**
 * An act by which the customer left: an unsubscribe, a closed account. Does not affect the score; reported beside it.
 *
 * @param day epoch day of the act, UTC
 * @param channel the channel of the act
 * @param kind one of the model's leaving kinds
 */
public record Departure(int day, String channel, String kind) {}
