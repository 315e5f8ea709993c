package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
import java.util.OptionalInt;

/**
 * A signed part of the difference between two scores of a customer.
 *
 * @param cause why the score differs
 * @param dimension the dimension in which it does
 * @param channel the channel; empty where the dimension is not split: reciprocity, and sentiment, of causes other than touches
 * @param kind the kind of touch; empty where the channel is
 * @param day the epoch day of the touches; empty for other causes
 * @param microPoints raises the score if above 0, lowers it if below 0; never 0
 */
public record ScoreEffect(
        Cause cause, Dimension dimension, String channel, String kind, OptionalInt day, long microPoints) {

    /** Why a score differs from an earlier one. */
    public enum Cause {
        /** Another scoring model is in effect. */
        MODEL,
        /** Earlier touches of identities that were joined with the customer since. */
        JOIN,
        /** What happened before counts less, as time has passed. */
        DECAY,
        /** What happened since. */
        TOUCHES
    }
}
