package io.truenorth.relationship.score;

import io.truenorth.relationship.model.KindRule;
import java.util.List;

/**
 * The decayed sums of one channel of a customer, and of its kinds. A sum is valued at the start of the day of its last
 * change, and is decayed when next used.
 */
final class ChannelSums implements NamedSums.Named {

    private final String channel;
    private final NamedSums<KindSums> kinds = new NamedSums<>();
    /** The active days by decay ({@link ScoreRules#active}), as of {@link #day}. */
    final double[] active;
    /** The sums of {@link #active} at the time last read. */
    final double[] read;

    int day;

    /** The decayed sums of one kind on a channel, by which a score is split. */
    static final class KindSums implements NamedSums.Named {

        final ChannelSums channel;
        private final String kind;
        final KindRule rule;
        /** The shares of active days by decay, then money, then advocacy points, as of {@link #day}. */
        final double[] masses;

        int day;

        private KindSums(ChannelSums channel, String kind, KindRule rule, int day) {
            this.channel = channel;
            this.kind = kind;
            this.rule = rule;
            this.day = day;
            this.masses = new double[channel.active.length + 2];
        }

        @Override
        public String name() {
            return kind;
        }

        /** Decays the masses to a day, at the start of which they are to be changed. */
        void carryForwardTo(int today, ScoreRules rules) {
            if (today != day) {
                for (int i = 0; i < masses.length; i++) {
                    masses[i] *= rules.mass(i).ofDays(today - day);
                }
                day = today;
            }
        }
    }

    /** Creates sums of 0 as of a day. */
    ChannelSums(String channel, int decays, int day) {
        this.channel = channel;
        this.day = day;
        this.active = new double[decays];
        this.read = new double[decays];
    }

    @Override
    public String name() {
        return channel;
    }

    /** Returns the kinds, ordered by name. */
    List<KindSums> kinds() {
        return kinds.ordered();
    }

    /** Returns the sums of a kind; if absent, they are created as of a day. */
    KindSums kind(String kind, int today, ScoreRules rules) {
        return kinds.get(kind, name -> new KindSums(this, name, rules.kind(name), today));
    }

    /** Adds an active day. */
    void addActiveDay(int today, ScoreRules rules) {
        for (int i = 0; i < active.length; i++) {
            active[i] = active[i] * rules.active[i].ofDays(today - day) + 1;
        }
        day = today;
    }
}
