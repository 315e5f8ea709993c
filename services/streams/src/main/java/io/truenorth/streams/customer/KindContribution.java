package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Contributions;

/**
 * What one kind of touch on one channel gives to a score, of the four dimensions that are split.
 *
 * @param channel the channel
 * @param kind the kind
 * @param given micro-points; reciprocity and sentiment are 0
 */
record KindContribution(String channel, String kind, Contributions given) {}
