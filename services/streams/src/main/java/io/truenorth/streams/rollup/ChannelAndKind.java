package io.truenorth.streams.rollup;

import java.util.Comparator;

/**
 * Where points come from.
 *
 * @param channel the channel
 * @param kind the kind of touch
 */
public record ChannelAndKind(String channel, String kind) implements Comparable<ChannelAndKind> {
    private static final Comparator<ChannelAndKind> ORDER =
            Comparator.comparing(ChannelAndKind::channel).thenComparing(ChannelAndKind::kind);

    @Override
    public int compareTo(ChannelAndKind other) {
        return ORDER.compare(this, other);
    }
}
