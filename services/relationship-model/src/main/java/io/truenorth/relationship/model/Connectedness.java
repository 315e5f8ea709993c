package io.truenorth.relationship.model;

/**
 * The connectedness dimension, the number of channels in use: {@code sat(C, k)}, where C is the sum of {@code sat(E_c,
 * channelK)} over the channels.
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension
 * @param halfLife of the channel's active days, in milliseconds
 * @param channelK the decayed active days at which a channel counts half
 * @param k the number of such channels at which half of the maximum is reached
 */
public record Connectedness(double weight, long halfLife, double channelK, double k) {

    public Connectedness {
        new Checks()
                .weight(weight)
                .halfLife("halfLife", halfLife)
                .positive("channelK", channelK)
                .positive("k", k)
                .done();
    }
}
