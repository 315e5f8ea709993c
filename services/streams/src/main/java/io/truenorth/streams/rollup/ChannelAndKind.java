package io.truenorth.streams.rollup;

import org.jspecify.annotations.Nullable;

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

    /** As records compare, which takes several times as long until the JIT has inlined it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChannelAndKind that && channel.equals(that.channel) && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
        return 31 * channel.hashCode() + kind.hashCode();
    }
}
