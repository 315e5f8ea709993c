package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Days;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The touches of all customers, in the order in which they become known, without an end. They are made a day at a time as
 * they are asked for, so that a simulation takes little more memory than its customers.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(SimulationConfig.of(42, 5_000, Instant.parse("2024-01-01T00:00:00Z")));
 * simulation.forEachUntil(now, truth.and(sender::send));
 * }</pre>
 */
public final class Simulation implements Iterator<SimulatedTouch> {
    private static final int FRIENDS_ASKED = 8;

    private final Scenario scenario;
    private final List<Customer> customers;
    private final Diary diary;
    private final Troubles troubles;
    private final Deeds deeds;
    private final Praise praise;
    private int day;
    private List<SimulatedTouch> page = List.of();
    private int position;

    /** The simulation of a configuration, before its first touch. */
    public Simulation(SimulationConfig config) {
        this.scenario = config.scenario();
        this.customers = born(config);
        this.diary = new Diary(config.seed(), new TimeLine(config.liveFrom().toEpochMilli(), config.livePace()));
        this.troubles = new Troubles(diary);
        this.deeds = new Deeds(diary, scenario, troubles);
        this.praise = new Praise(
                diary, this::strangerFor, (stranger, friend) -> acquaint(stranger, Words.BROUGHT_BY_A_FRIEND, friend));
        this.day = Days.of(config.start().toEpochMilli());
        long birth = Days.start(day);
        customers.forEach(customer -> customer.enter(LifePhase.STRANGER, day, birth));
    }

    private static List<Customer> born(SimulationConfig config) {
        List<Customer> born = new ArrayList<>(config.customers());
        for (int i = 0; i < config.customers(); i++) {
            born.add(new Customer(i, config.seed(), config.activity()));
        }
        return born;
    }

    /** True: lives go on. */
    @Override
    public boolean hasNext() {
        return true;
    }

    /** The next touch. */
    @Override
    public SimulatedTouch next() {
        SimulatedTouch touch = peek();
        position++;
        return touch;
    }

    /** The next touch, which stays the next. */
    public SimulatedTouch peek() {
        while (position == page.size()) {
            customers.forEach(this::liveADay);
            page = diary.turn();
            position = 0;
            day++;
        }
        return page.get(position);
    }

    /**
     * Shows every touch that is known before a moment.
     *
     * @param moment epoch ms
     */
    public void forEachUntil(long moment, Consumer<? super SimulatedTouch> visitor) {
        while (peek().knownAt() < moment) {
            visitor.accept(next());
        }
    }

    /** The lives of all customers, to the end of the day that the simulation has come to. */
    public List<Life> lives() {
        return customers.stream().map(Customer::life).toList();
    }

    private void liveADay(Customer customer) {
        diary.open(customer, day);
        customer.carryOutPlans(day);
        deeds.receive(customer);
        deeds.visit(customer);
        switch (customer.phase) {
            case TROUBLE -> troubles.suffer(customer);
            case LOSS -> troubles.resent(customer);
            case DELIGHT -> praise.mention(customer);
            case ADVOCACY -> praise.advocate(customer);
            case STRANGER, ACQUAINTANCE, HABIT, RECOVERY -> {}
        }
        goOn(customer, LifeCourse.next(customer));
    }

    private void goOn(Customer customer, LifePhase next) {
        if (next == customer.phase) {
            return;
        }
        switch (next) {
            case TROUBLE -> troubles.begin(customer, customer.persona.favourite());
            case RECOVERY -> {
                customer.enter(next, day, diary.now());
                troubles.solve(customer);
            }
            case ACQUAINTANCE -> acquaint(customer, customer.chance.oneOf(Words.ORIGINS.subList(0, 3)), null);
            default -> customer.enter(next, day, diary.now());
        }
    }

    /** Who came before and left comes back under the name they had. */
    private void acquaint(Customer customer, String origin, @Nullable Customer friend) {
        boolean isNew = customer.phase == LifePhase.STRANGER;
        if (!isNew && customer.phase != LifePhase.LOSS) {
            return;
        }
        customer.enter(LifePhase.ACQUAINTANCE, day, diary.now());
        if (isNew) {
            customer.meetTheBrand(origin, friend, scenario);
            deeds.signUp(customer);
        }
    }

    private Optional<Customer> strangerFor(Customer friend) {
        for (int i = 0; i < FRIENDS_ASKED; i++) {
            Customer asked = customers.get(friend.chance.below(customers.size()));
            if (asked.phase == LifePhase.STRANGER) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }
}
