package io.truenorth.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * The constant properties of a simulated person.
 *
 * @param region the region of residence
 * @param favourite the preferred product
 * @param warmth the tendency to be satisfied and to recommend, a factor around 1
 * @param habits the visited channels, with the frequency of visits
 * @param isWrittenTo whether the brand can send e-mails, invitations and surveys
 */
record Persona(String region, String favourite, double warmth, List<Habit> habits, boolean isWrittenTo) {

    /**
     * A channel that a person visits.
     *
     * @param channel the channel
     * @param perDay visits per day, in a phase with activity 1
     */
    record Habit(String channel, double perDay) {}

    /** The use of a channel in the population: the share of visitors, and their frequency of visits. */
    private record Usage(String channel, double share, double perDay) {}

    private static final List<Usage> PLACES = List.of(
            new Usage(Vocabulary.WEB, 0.75, 0.012),
            new Usage(Vocabulary.APP, 0.45, 0.014),
            new Usage(Vocabulary.STORE, 0.55, 0.008));
    private static final List<Usage> GATHERINGS =
            List.of(new Usage(Vocabulary.SOCIAL, 0.30, 0.004), new Usage(Vocabulary.COMMUNITY, 0.25, 0.003));

    static Persona create(CustomerRandom random, double activity) {
        double pace = activity * random.factor();
        List<Habit> habits = new ArrayList<>();
        choose(habits, PLACES, random, pace);
        if (habits.isEmpty()) {
            habits.add(new Habit(Vocabulary.WEB, PLACES.get(0).perDay() * pace));
        }
        choose(habits, GATHERINGS, random, pace);
        return new Persona(
                random.oneOf(Vocabulary.REGIONS),
                random.oneOf(Vocabulary.PRODUCTS),
                random.factor(),
                List.copyOf(habits),
                true);
    }

    private static void choose(List<Habit> habits, List<Usage> usages, CustomerRandom random, double pace) {
        for (Usage usage : usages) {
            if (random.chance(usage.share())) {
                habits.add(new Habit(usage.channel(), usage.perDay() * pace * random.factor()));
            }
        }
    }

    boolean visits(String channel) {
        return habits.stream().anyMatch(habit -> habit.channel().equals(channel));
    }

    /** A copy with all visits on one channel, and without a contact address. */
    Persona onlyOn(String channel) {
        double perDay = habits.stream().mapToDouble(Habit::perDay).sum();
        return new Persona(region, favourite, warmth, List.of(new Habit(channel, perDay)), false);
    }
}
