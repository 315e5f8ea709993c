package io.truenorth.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Who somebody is, from birth on.
 *
 * @param region where they live
 * @param favourite the product they mostly buy
 * @param warmth how easily they are delighted and speak of it, a factor around 1
 * @param habits which channels they visit, and how often
 * @param isWrittenTo whether the brand can write to them: mails, invitations, surveys
 */
record Persona(String region, String favourite, double warmth, List<Habit> habits, boolean isWrittenTo) {

    /**
     * A channel that somebody visits.
     *
     * @param channel where
     * @param perDay visits a day, in a phase of activity 1
     */
    record Habit(String channel, double perDay) {}

    /** A channel as people use it: the share of people who do, and how often these come. */
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

    /** The same person, who takes all their visits to one channel and left no address. */
    Persona onlyOn(String channel) {
        double perDay = habits.stream().mapToDouble(Habit::perDay).sum();
        return new Persona(region, favourite, warmth, List.of(new Habit(channel, perDay)), false);
    }
}
