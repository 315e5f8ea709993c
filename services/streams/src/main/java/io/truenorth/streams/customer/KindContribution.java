package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Contributions;
import io.truenorth.streams.rollup.ChannelAndKind;

/**
 * What one kind of touch on one channel gives to a score, of the four dimensions that are split.
 *
 * @param where the channel and the kind
 * @param given micro-points; reciprocity and sentiment are 0
 */
record KindContribution(ChannelAndKind where, Contributions given) {}
