package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
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
    private final ScoreReading reading;
    private final Slots<String> channels;
    private final SumSlots slots;
    private final Slots<SumSlots.Kind> kinds;
    /** By the rank of the channel. */
    private final double[] channelMasses;
    /** Micro-points, by the rank of the kind and the ordinal of the dimension. */
    private final long[][] given;

    /** Starts a split; the score must have been read at its time. */
    ScoreSplit(ScoreRules rules, SumSlots slots, ScoreReading reading) {
        this.rules = rules;
        this.reading = reading;
        this.slots = slots;
        this.channels = slots.channels;
        this.kinds = slots.kinds;
        this.channelMasses = new double[channels.size()];
        this.given = new long[kinds.size()][DIMENSIONS];
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
            saturated[i] = reading.engagement(halfLives[i]);
        }
        long[] parts = LargestRemainder.split(microPoints, saturated);
        for (int i = 0; i < halfLives.length; i++) {
            for (int c = 0; c < channelMasses.length; c++) {
                channelMasses[c] = reading.activeDays(channels.ofRank(c), halfLives[i]);
            }
            split(Dimension.ENGAGEMENT, parts[i], halfLives[i]);
        }
    }

    private void splitConnectedness(long microPoints) {
        double half = rules.model.connectedness().channelK();
        for (int c = 0; c < channelMasses.length; c++) {
            channelMasses[c] = Saturation.of(reading.activeDays(channels.ofRank(c), rules.connectednessDecay), half);
        }
        split(Dimension.CONNECTEDNESS, microPoints, rules.connectednessDecay);
    }

    private void splitMass(Dimension dimension, long microPoints, int mass) {
        if (microPoints == 0) {
            return;
        }
        int next = 0;
        for (int c = 0; c < channelMasses.length; c++) {
            channelMasses[c] = 0;
            for (; next < kinds.size() && isOnChannel(next, c); next++) {
                channelMasses[c] += reading.mass(kinds.ofRank(next), mass);
            }
        }
        split(dimension, microPoints, mass);
    }

    private boolean isOnChannel(int rankOfKind, int rankOfChannel) {
        return slots.channelOf(kinds.ofRank(rankOfKind)) == channels.ofRank(rankOfChannel);
    }

    /** Splits over the channels by {@link #channelMasses}, then within each channel over its kinds by a mass of theirs. */
    private void split(Dimension dimension, long microPoints, int mass) {
        if (microPoints == 0) {
            return;
        }
        long[] parts = LargestRemainder.split(microPoints, channelMasses);
        int first = 0;
        for (int c = 0; c < parts.length; c++) {
            int end = first;
            while (end < kinds.size() && isOnChannel(end, c)) {
                end++;
            }
            if (parts[c] > 0) {
                splitChannel(dimension, parts[c], mass, first, end);
            }
            first = end;
        }
    }

    private void splitChannel(Dimension dimension, long microPoints, int mass, int first, int end) {
        if (end - first == 1) {
            given[first][dimension.ordinal()] += microPoints;
            return;
        }
        double[] masses = new double[end - first];
        for (int k = 0; k < masses.length; k++) {
            masses[k] = reading.mass(kinds.ofRank(first + k), mass);
        }
        long[] parts = LargestRemainder.split(microPoints, masses);
        for (int k = 0; k < masses.length; k++) {
            given[first + k][dimension.ordinal()] += parts[k];
        }
    }

    private List<KindContribution> collected() {
        List<KindContribution> contributions = new ArrayList<>(given.length);
        for (int rank = 0; rank < given.length; rank++) {
            Contributions amounts = Contributions.of(given[rank]);
            if (amounts.sum() > 0) {
                SumSlots.Kind kind = kinds.key(kinds.ofRank(rank));
                contributions.add(KindContribution.of(kind.channel(), kind.name(), amounts));
            }
        }
        return contributions;
    }
}
