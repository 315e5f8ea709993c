package io.truenorth.relationship.score;

import java.util.List;

/** The weights of all decays of a model for a part of a day. Immutable. */
final class PartOfDay {

    /** The start of a day: all weights are 1. */
    static final PartOfDay NONE = new PartOfDay(0, new double[0]);

    private final long millis;
    private final double[] weights;

    private PartOfDay(long millis, double[] weights) {
        this.millis = millis;
        this.weights = weights;
    }

    /**
     * Returns the weights of decays.
     *
     * @param millis since the start of the day
     * @param decays all decays of a model, by their index
     */
    static PartOfDay of(long millis, List<Decay> decays) {
        return millis == 0
                ? NONE
                : new PartOfDay(
                        millis,
                        decays.stream()
                                .mapToDouble(decay -> decay.ofMillis(millis))
                                .toArray());
    }

    boolean isOf(long time) {
        return millis == time;
    }

    double weight(Decay decay) {
        return weights.length == 0 ? 1 : weights[decay.index];
    }
}
