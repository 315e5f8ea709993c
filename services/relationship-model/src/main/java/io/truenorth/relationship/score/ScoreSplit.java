package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ChannelSums.KindSums;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a score exactly over channels and kinds: engagement, half-life by half-life, over the active days; connectedness
 * over its channels; money and advocacy over the cells with a positive mass. First over the channels, then within each
 * over its kinds, both in the order of their names.
 */
final class ScoreSplit {

    private static final int DIMENSIONS = Dimension.values().length;

    private final ScoreRules rules;
    private final DecayedSums sums;
    private final List<ChannelSums> channels;
    private final double[] channelMasses;
    /** Micro-points of each kind, in order, by the ordinal of the dimension. */
    private final List<long[]> given = new ArrayList<>();

    /** Starts a split; {@code sums} must have been read at the time of the score. */
    ScoreSplit(ScoreRules rules, DecayedSums sums) {
        this.rules = rules;
        this.sums = sums;
        this.channels = sums.channels();
        this.channelMasses = new double[channels.size()];
        for (ChannelSums channel : channels) {
            for (int i = channel.kinds().size(); i > 0; i--) {
                given.add(new long[DIMENSIONS]);
            }
        }
    }

    /** Returns the contributions of the kinds that have any, ordered by channel and kind. */
    List<KindContribution> of(Contributions contributions) {
        splitEngagement(contributions.engagement());
        splitConnectedness(contributions.connectedness());
        splitMass(Dimension.MONEY, contributions.money(), rules.moneyMass());
        splitMass(Dimension.ADVOCACY, contributions.advocacy(), rules.advocacyMass());
        return collected();
    }

    /** Splits over the half-lives by their saturated values first, then each over channels and kinds. */
    private void splitEngagement(long microPoints) {
        int[] halfLives = rules.engagementDecays;
        double[] saturated = new double[halfLives.length];
        for (int i = 0; i < halfLives.length; i++) {
            saturated[i] = sums.engagement(halfLives[i]);
        }
        long[] parts = LargestRemainder.split(microPoints, saturated);
        for (int i = 0; i < halfLives.length; i++) {
            for (int c = 0; c < channelMasses.length; c++) {
                channelMasses[c] = channels.get(c).read[halfLives[i]];
            }
            split(Dimension.ENGAGEMENT, parts[i], halfLives[i]);
        }
    }

    private void splitConnectedness(long microPoints) {
        double half = rules.model.connectedness().channelK();
        for (int c = 0; c < channelMasses.length; c++) {
            channelMasses[c] = Saturation.of(channels.get(c).read[rules.connectednessDecay], half);
        }
        split(Dimension.CONNECTEDNESS, microPoints, rules.connectednessDecay);
    }

    private void splitMass(Dimension dimension, long microPoints, int mass) {
        if (microPoints == 0) {
            return;
        }
        for (int c = 0; c < channelMasses.length; c++) {
            channelMasses[c] = 0;
            for (KindSums kind : channels.get(c).kinds()) {
                channelMasses[c] += sums.mass(kind, mass);
            }
        }
        split(dimension, microPoints, mass);
    }

    /** Splits over the channels by {@link #channelMasses}, then within each channel over its kinds by a mass of theirs. */
    private void split(Dimension dimension, long microPoints, int mass) {
        if (microPoints == 0) {
            return;
        }
        long[] parts = LargestRemainder.split(microPoints, channelMasses);
        int first = 0;
        for (int c = 0; c < parts.length; c++) {
            List<KindSums> kinds = channels.get(c).kinds();
            if (parts[c] > 0) {
                splitChannel(dimension, parts[c], mass, kinds, first);
            }
            first += kinds.size();
        }
    }

    private void splitChannel(Dimension dimension, long microPoints, int mass, List<KindSums> kinds, int first) {
        if (kinds.size() == 1) {
            given.get(first)[dimension.ordinal()] += microPoints;
            return;
        }
        double[] masses = new double[kinds.size()];
        for (int k = 0; k < masses.length; k++) {
            masses[k] = sums.mass(kinds.get(k), mass);
        }
        long[] parts = LargestRemainder.split(microPoints, masses);
        for (int k = 0; k < masses.length; k++) {
            given.get(first + k)[dimension.ordinal()] += parts[k];
        }
    }

    private List<KindContribution> collected() {
        List<KindContribution> contributions = new ArrayList<>(given.size());
        int next = 0;
        for (ChannelSums channel : channels) {
            for (KindSums kind : channel.kinds()) {
                Contributions amounts = Contributions.of(given.get(next++));
                if (amounts.sum() > 0) {
                    contributions.add(new KindContribution(channel.name(), kind.name(), amounts));
                }
            }
        }
        return contributions;
    }
}
