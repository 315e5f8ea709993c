package io.truenorth.simulator;

import java.time.Instant;

/**
 * The parameters of a simulation, which determine it completely.
 *
 * @param seed the seed of all random numbers
 * @param customers the number of persons, 1 to 1,000,000; most become customers over time
 * @param start the first day; rounded down to midnight UTC
 * @param liveFrom the time from which simulated time runs at {@code livePace}, at or after {@code start}
 * @param livePace simulated days per day of event time after {@code liveFrom}, 1 to 10,000; at real pace, a few thousand
 *     customers produce only about one touch per minute
 * @param activity a factor on the frequency of visits, above 0 to 100
 * @param severalIdentities the share of persons with several identities, 0 to 1; the others are known by one everywhere
 * @param scenario planted problems
 */
public record SimulationConfig(
        long seed,
        int customers,
        Instant start,
        Instant liveFrom,
        double livePace,
        double activity,
        double severalIdentities,
        Scenario scenario) {

    private static final double SEVERAL_IDENTITIES = 0.8;

    /**
     * Validates the parameters.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public SimulationConfig {
        require(customers >= 1 && customers <= 1_000_000, "customers: expected 1 to 1000000, was " + customers);
        require(start.toEpochMilli() >= 0, "start: expected 1970 or later, was " + start);
        require(!liveFrom.isBefore(start), "liveFrom: expected " + start + " (the start) or later, was " + liveFrom);
        require(livePace >= 1 && livePace <= 10_000, "livePace: expected 1 to 10000, was " + livePace);
        require(
                severalIdentities >= 0 && severalIdentities <= 1,
                "severalIdentities: expected 0 to 1, was " + severalIdentities);
        require(activity > 0 && activity <= 100, "activity: expected above 0 to 100, was " + activity);
    }

    /** A simulation at real pace without planted problems. */
    public static SimulationConfig of(long seed, int customers, Instant start) {
        return new SimulationConfig(seed, customers, start, start, 1, 1, SEVERAL_IDENTITIES, Scenario.NONE);
    }

    /** A copy with another pace after a point in time. */
    public SimulationConfig liveFrom(Instant moment, double pace) {
        return new SimulationConfig(seed, customers, start, moment, pace, activity, severalIdentities, scenario);
    }

    /** A copy with another frequency of visits. */
    public SimulationConfig withActivity(double factor) {
        return new SimulationConfig(seed, customers, start, liveFrom, livePace, factor, severalIdentities, scenario);
    }

    /** A copy with another share of persons with several identities. */
    public SimulationConfig withSeveralIdentities(double share) {
        return new SimulationConfig(seed, customers, start, liveFrom, livePace, activity, share, scenario);
    }

    /** A copy with other planted problems. */
    public SimulationConfig with(Scenario newScenario) {
        return new SimulationConfig(
                seed, customers, start, liveFrom, livePace, activity, severalIdentities, newScenario);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
