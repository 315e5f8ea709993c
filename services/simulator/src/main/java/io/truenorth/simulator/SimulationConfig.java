package io.truenorth.simulator;

import java.time.Instant;

/**
 * What is simulated. Everything follows from this.
 *
 * @param seed decides every chance
 * @param customers how many people there are, 1 to 1,000,000; most of them become customers in time
 * @param start when the first day begins; rounded down to a UTC midnight
 * @param liveFrom from when on the lives run at the live pace, at or after {@code start}; before that a day is a day
 * @param livePace how many days of life pass in one day of event time from {@code liveFrom} on, 1 to 10,000: a few
 *     thousand customers touch a brand once a minute, and a demonstration wants to see something
 * @param activity a factor on how often customers come, above 0 to 100
 * @param scenario what goes wrong on purpose
 */
public record SimulationConfig(
        long seed,
        int customers,
        Instant start,
        Instant liveFrom,
        double livePace,
        double activity,
        Scenario scenario) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if something is out of range
     */
    public SimulationConfig {
        require(customers >= 1 && customers <= 1_000_000, "customers: expected 1 to 1000000, was " + customers);
        require(start.toEpochMilli() >= 0, "start: expected 1970 or later, was " + start);
        require(!liveFrom.isBefore(start), "liveFrom: expected " + start + " (the start) or later, was " + liveFrom);
        require(livePace >= 1 && livePace <= 10_000, "livePace: expected 1 to 10000, was " + livePace);
        require(activity > 0 && activity <= 100, "activity: expected above 0 to 100, was " + activity);
    }

    /** Lives from a start on at the pace of real life, with nothing going wrong on purpose. */
    public static SimulationConfig of(long seed, int customers, Instant start) {
        return new SimulationConfig(seed, customers, start, start, 1, 1, Scenario.NONE);
    }

    /** The same with history until a moment, and lives at another pace from then on. */
    public SimulationConfig liveFrom(Instant moment, double pace) {
        return new SimulationConfig(seed, customers, start, moment, pace, activity, scenario);
    }

    /** The same with customers who come more or less often. */
    public SimulationConfig withActivity(double factor) {
        return new SimulationConfig(seed, customers, start, liveFrom, livePace, factor, scenario);
    }

    /** The same with something else going wrong on purpose. */
    public SimulationConfig with(Scenario newScenario) {
        return new SimulationConfig(seed, customers, start, liveFrom, livePace, activity, newScenario);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
