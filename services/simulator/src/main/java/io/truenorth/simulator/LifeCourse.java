package io.truenorth.simulator;

import static io.truenorth.simulator.LifePhase.ACQUAINTANCE;
import static io.truenorth.simulator.LifePhase.ADVOCACY;
import static io.truenorth.simulator.LifePhase.DELIGHT;
import static io.truenorth.simulator.LifePhase.HABIT;
import static io.truenorth.simulator.LifePhase.LOSS;
import static io.truenorth.simulator.LifePhase.RECOVERY;
import static io.truenorth.simulator.LifePhase.TROUBLE;

import java.util.List;

/** The transitions between lifecycle phases, each with its mean duration in days. */
final class LifeCourse {
    /**
     * A transition out of a phase.
     *
     * @param to the next phase
     * @param days its mean duration if it were the only transition
     * @param forTheWarm whether it is more likely for customers with a higher warmth
     */
    private record Way(LifePhase to, double days, boolean forTheWarm) {}

    private static final List<Way> FROM_STRANGER = List.of(way(ACQUAINTANCE, 560));
    private static final List<Way> FROM_ACQUAINTANCE = List.of(way(HABIT, 80), way(LOSS, 200), way(TROUBLE, 1600));
    private static final List<Way> FROM_HABIT = List.of(warmWay(DELIGHT, 230), way(LOSS, 460), way(TROUBLE, 1100));
    private static final List<Way> FROM_DELIGHT = List.of(warmWay(ADVOCACY, 130), way(HABIT, 90), way(TROUBLE, 1400));
    private static final List<Way> FROM_TROUBLE = List.of(way(RECOVERY, 25), way(LOSS, 70));
    private static final List<Way> FROM_RECOVERY = List.of(warmWay(DELIGHT, 90), way(HABIT, 50));
    private static final List<Way> FROM_ADVOCACY = List.of(way(HABIT, 170), way(TROUBLE, 1600));
    private static final List<Way> FROM_LOSS = List.of(way(ACQUAINTANCE, 500));

    private LifeCourse() {}

    /** The phase of the next day, mostly the current one. */
    static LifePhase next(Customer customer) {
        for (Way way : from(customer.phase)) {
            double warmth = way.forTheWarm() ? customer.persona.warmth() : 1;
            if (customer.random.chance(warmth / way.days())) {
                return way.to();
            }
        }
        return customer.phase;
    }

    private static List<Way> from(LifePhase phase) {
        return switch (phase) {
            case STRANGER -> FROM_STRANGER;
            case ACQUAINTANCE -> FROM_ACQUAINTANCE;
            case HABIT -> FROM_HABIT;
            case DELIGHT -> FROM_DELIGHT;
            case TROUBLE -> FROM_TROUBLE;
            case RECOVERY -> FROM_RECOVERY;
            case ADVOCACY -> FROM_ADVOCACY;
            case LOSS -> FROM_LOSS;
        };
    }

    private static Way way(LifePhase to, double days) {
        return new Way(to, days, false);
    }

    private static Way warmWay(LifePhase to, double days) {
        return new Way(to, days, true);
    }
}
