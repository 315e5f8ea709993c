package io.truenorth.relationship.score;

/**
 * What one kind of touch on one channel contributes to a score, in the four dimensions that are split.
 *
 * @param channel the channel
 * @param kind the kind of touch
 * @param given micro-points, at least one of them above 0; reciprocity and sentiment are 0
 */
public record KindContribution(String channel, String kind, Contributions given) {

    /** Compares channels, then kinds, by name. */
    public int compareSource(KindContribution other) {
        int byChannel = channel.compareTo(other.channel);
        return byChannel != 0 ? byChannel : kind.compareTo(other.kind);
    }
}
