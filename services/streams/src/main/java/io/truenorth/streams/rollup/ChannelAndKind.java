package io.truenorth.streams.rollup;

/**
 * A channel and a kind of touch, the source of points.
 *
 * @param channel the channel
 * @param kind the kind of touch
 */
public record ChannelAndKind(String channel, String kind) implements Comparable<ChannelAndKind> {
    @Override
    public int compareTo(ChannelAndKind other) {
        int byChannel = channel.compareTo(other.channel);
        return byChannel != 0 ? byChannel : kind.compareTo(other.kind);
    }
}
