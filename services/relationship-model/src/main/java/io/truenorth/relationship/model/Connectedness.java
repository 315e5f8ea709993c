package io.truenorth.relationship.model;

/**
 * On how many channels the relationship stands: {@code sat(C, k)} where C is the sum, over the channels, of
 * {@code sat(E_c, channelK)}.
 *
 * @param weight share of the score before renormalisation; 0 leaves the dimension out
 * @param halfLife of the channel's active days, in milliseconds
 * @param channelK the decayed active days at which a channel counts half
 * @param k the number of such channels at which half is reached
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
