package io.truenorth.dashboard.objectives;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether an objective is reached in time, if it goes on in a straight line.
 *
 * @param expected where it should be today
 * @param state how it is, against that
 */
public record Pace(double expected, State state) {
    /** A lead or a lag below this part of the whole way is none. */
    private static final double TOLERANCE = 0.05;

    /** How it is. */
    public enum State {
        REACHED("reached"),
        AHEAD("ahead"),
        ON_TRACK("on-track"),
        BEHIND("behind");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }

    static Pace of(Objective objective, double baseline, double value, LocalDate today) {
        double whole = ChronoUnit.DAYS.between(objective.from(), objective.due());
        double gone = ChronoUnit.DAYS.between(objective.from(), today) / whole;
        double way = objective.target() - baseline;
        double expected = baseline + way * Math.min(1, Math.max(0, gone));
        return new Pace(expected, state(objective, value, expected, Math.abs(way) * TOLERANCE));
    }

    private static State state(Objective objective, double value, double expected, double tolerance) {
        if (objective.metric().gap(value, objective.target()) <= 0) {
            return State.REACHED;
        }
        double behind = objective.metric().gap(value, expected);
        if (behind > tolerance) {
            return State.BEHIND;
        }
        return behind < -tolerance ? State.AHEAD : State.ON_TRACK;
    }
}
