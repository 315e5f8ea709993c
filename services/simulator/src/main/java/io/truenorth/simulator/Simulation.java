package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Days;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The touches of all customers, in the order in which they become known; infinite. They are generated one day at a
 * time on demand, so that memory is bounded by the number of customers.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(SimulationConfig.of(42, 5_000, Instant.parse("2024-01-01T00:00:00Z")));
 * simulation.forEachUntil(now, expected.and(sender::send));
 * }</pre>
 */
public final class Simulation implements Iterator<SimulatedTouch> {
    private static final int FRIENDS_ASKED = 8;

    private final Scenario scenario;
    private final List<Customer> customers;
    private final EventLog log;
    private final Incidents incidents;
    private final Behaviour behaviour;
    private final Advocates advocates;
    private int day;
    private List<SimulatedTouch> page = List.of();
    private int position;

    /** A simulation at its start. */
    public Simulation(SimulationConfig config) {
        this.scenario = config.scenario();
        this.customers = create(config);
        this.log = new EventLog(config.seed(), new TimeLine(config.liveFrom().toEpochMilli(), config.livePace()));
        this.incidents = new Incidents(log);
        this.behaviour = new Behaviour(log, scenario, incidents);
        this.advocates = new Advocates(
                log,
                this::strangerFor,
                (stranger, friend) -> acquaint(stranger, Vocabulary.BROUGHT_BY_A_FRIEND, friend));
        this.day = Days.of(config.start().toEpochMilli());
        long birth = Days.start(day);
        customers.forEach(customer -> customer.enter(LifePhase.STRANGER, day, birth));
    }

    private static List<Customer> create(SimulationConfig config) {
        List<Customer> create = new ArrayList<>(config.customers());
        for (int i = 0; i < config.customers(); i++) {
            create.add(new Customer(i, config));
        }
        return create;
    }

    /** Always true. */
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

    /** Returns the next touch without consuming it. */
    public SimulatedTouch peek() {
        while (position == page.size()) {
            customers.forEach(this::simulateDay);
            page = log.drain();
            position = 0;
            day++;
        }
        return page.get(position);
    }

    /**
     * Visits every touch known before a point in time.
     *
     * @param moment epoch ms
     */
    public void forEachUntil(long moment, Consumer<? super SimulatedTouch> visitor) {
        while (peek().knownAt() < moment) {
            visitor.accept(next());
        }
    }

    /** The lifecycles of all customers, to the end of the current simulated day. */
    public List<Life> lives() {
        return customers.stream().map(Customer::life).toList();
    }

    private void simulateDay(Customer customer) {
        log.open(customer, day);
        customer.carryOutPlans(day);
        behaviour.receive(customer);
        behaviour.visit(customer);
        switch (customer.phase) {
            case TROUBLE -> incidents.continueIncident(customer);
            case LOSS -> incidents.complainAfterLoss(customer);
            case DELIGHT -> advocates.mention(customer);
            case ADVOCACY -> advocates.advocate(customer);
            case STRANGER, ACQUAINTANCE, HABIT, RECOVERY -> {}
        }
        advance(customer, LifeCourse.next(customer));
    }

    private void advance(Customer customer, LifePhase next) {
        if (next == customer.phase) {
            return;
        }
        switch (next) {
            case TROUBLE -> incidents.begin(customer, customer.persona.favourite());
            case RECOVERY -> {
                customer.enter(next, day, log.now());
                incidents.resolve(customer);
            }
            case ACQUAINTANCE -> acquaint(customer, customer.random.oneOf(Vocabulary.ORIGINS.subList(0, 3)), null);
            default -> customer.enter(next, day, log.now());
        }
    }

    /** A lost customer returns under the same identities. */
    private void acquaint(Customer customer, String origin, @Nullable Customer friend) {
        boolean isNew = customer.phase == LifePhase.STRANGER;
        if (!isNew && customer.phase != LifePhase.LOSS) {
            return;
        }
        customer.enter(LifePhase.ACQUAINTANCE, day, log.now());
        if (isNew) {
            customer.meetTheBrand(origin, friend, scenario);
            behaviour.introduce(customer);
        }
    }

    private Optional<Customer> strangerFor(Customer friend) {
        for (int i = 0; i < FRIENDS_ASKED; i++) {
            Customer asked = customers.get(friend.random.below(customers.size()));
            if (asked.phase == LifePhase.STRANGER) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }
}
