package io.truenorth.relationship.score;

/**
 * An act by which the customer left: an unsubscribe, a closed account. It raises nothing, and is told beside the score.
 *
 * @param day epoch day of the act, UTC
 * @param channel where the customer left
 * @param kind how, one of the model's leaving kinds
 */
public record Departure(int day, String channel, String kind) {}
