package io.truenorth.simulator;

import io.truenorth.simulator.Life.Chapter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The current state of one simulated person: persona, lifecycle phase and planned actions. */
final class Customer {
    private static final int PURCHASES_OF_PLUS = 4;
    private static final int PURCHASES_OF_PREMIUM = 10;

    final String name;
    final CustomerRandom random;
    final PersonIdentities identities;
    Persona persona;
    LifePhase phase = LifePhase.STRANGER;
    int phaseBegan;
    int purchases;
    int touches;
    private String origin = "";
    private @Nullable Customer referrer;
    private final List<Chapter> chapters = new ArrayList<>(2);
    private List<Plan> plans = new ArrayList<>(0);

    /** Plans an action for a day. */
    private record Plan(int day, Consumer<Customer> deed) {}

    Customer(int index, SimulationConfig config) {
        this.name = PersonIdentities.name(index);
        this.random = new CustomerRandom(config.seed(), index);
        this.identities = new PersonIdentities(config.seed(), index, config.severalIdentities());
        this.persona = Persona.create(random, config.activity());
    }

    void enter(LifePhase next, int day, long at) {
        phase = next;
        phaseBegan = day;
        chapters.add(new Chapter(next, at));
    }

    /** Becomes known to the brand; the attributes are fixed from then on. */
    void meetTheBrand(String cameBy, @Nullable Customer broughtBy, Scenario scenario) {
        origin = cameBy;
        referrer = broughtBy;
        for (Scenario.SingleChannelSegment segment : scenario.singleChannels()) {
            if (segment.value().equals(attributes().get(segment.attribute()))) {
                persona = persona.onlyOn(segment.channel());
                identities.withoutAddress();
            }
        }
    }

    /** Returns the referrer, if any, and clears it, as a conversion counts once. */
    @Nullable
    Customer takeReferrer() {
        Customer result = referrer;
        referrer = null;
        return result;
    }

    Map<String, String> attributes() {
        return Map.of("region", persona.region(), "tier", tier(), "acquired_by", origin);
    }

    private String tier() {
        if (purchases >= PURCHASES_OF_PREMIUM) {
            return Vocabulary.TIERS.get(2);
        }
        return Vocabulary.TIERS.get(purchases >= PURCHASES_OF_PLUS ? 1 : 0);
    }

    void plan(int day, Consumer<Customer> deed) {
        plans.add(new Plan(day, deed));
    }

    /** Runs the actions planned up to a day, which may plan further ones. */
    void carryOutPlans(int day) {
        if (plans.isEmpty()) {
            return;
        }
        List<Plan> due = new ArrayList<>();
        Iterator<Plan> all = plans.iterator();
        while (all.hasNext()) {
            Plan plan = all.next();
            if (plan.day() <= day) {
                due.add(plan);
                all.remove();
            }
        }
        due.forEach(plan -> plan.deed().accept(this));
        if (plans.isEmpty()) {
            plans = new ArrayList<>(0);
        }
    }

    Life life() {
        return new Life(name, chapters);
    }
}
