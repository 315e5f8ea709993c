package io.truenorth.relationship.score;

/**
 * What one kind of touch on one channel contributes to a score, in the four dimensions that are split. Amounts are
 * micro-points, at least one of them above 0.
 *
 * @param channel the channel
 * @param kind the kind of touch
 */
public record KindContribution(
        String channel, String kind, long engagement, long money, long connectedness, long advocacy) {

    /**
     * Returns the contribution of a kind.
     *
     * @param given by dimension; reciprocity and sentiment, which are not split, are ignored
     */
    public static KindContribution of(String channel, String kind, Contributions given) {
        return new KindContribution(
                channel, kind, given.engagement(), given.money(), given.connectedness(), given.advocacy());
    }

    /** Returns the amounts by dimension; reciprocity and sentiment are 0. */
    public Contributions given() {
        return new Contributions(engagement, money, connectedness, 0, 0, advocacy);
    }

    /** Returns the sum over the dimensions. */
    public long sum() {
        return engagement + money + connectedness + advocacy;
    }

    /** Compares channels, then kinds, by name. */
    public int compareSource(KindContribution other) {
        int byChannel = channel.compareTo(other.channel);
        return byChannel != 0 ? byChannel : kind.compareTo(other.kind);
    }
}
