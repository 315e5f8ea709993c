package io.truenorth.dashboard.moves;

import io.truenorth.dashboard.customers.Customers;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.service.Component;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches the moves of each period. They are computed on a separate thread: at the start, when a day ends, and on request if scores
 * have changed; a request waits up to three seconds for the result. A current touchpoint only affects the end of a period, which is
 * known from published scores; a late one may affect the stages at its start.
 */
public final class MovesCache implements Component, MovesSource {
    private static final Logger LOG = LoggerFactory.getLogger(MovesCache.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Period> periods = new TreeMap<>();
    private final MovesQuery query;
    private final BooleanSupplier read;
    private final Clock clock;
    private final Thread computing = new Thread(this::compute, "moves-cache");
    private boolean stopped;

    /**
     * Creates a cache for the given customers.
     *
     * @param read whether the initial read of all customers is complete, as the first read of a customer is not a change
     */
    public MovesCache(QueryClient streams, Customers customers, BooleanSupplier read, Clock clock) {
        this.read = read;
        this.query = new MovesQuery(streams, customers);
        this.clock = clock;
        PERIODS.forEach(days -> periods.put(days, new Period(days, clock)));
        customers.onChange(row -> noteChange(row.earliestChangeAt()));
        customers.onForgotten(this::forget);
    }

    /** Nothing is left of a customer who is deleted, also if the customer is part of a computation that is running. */
    private void forget(String customer) {
        noteChange(0);
        lock.lock();
        try {
            periods.values().forEach(period -> period.forget(customer));
        } finally {
            lock.unlock();
        }
    }

    private void noteChange(long earliest) {
        lock.lock();
        try {
            periods.values().forEach(period -> period.noteChange(earliest));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String name() {
        return "moves-cache";
    }

    @Override
    public void start() {
        computing.setDaemon(true);
        computing.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        computing.interrupt();
        computing.join(timeout.toMillis());
    }

    @Override
    public Optional<Moves> stages(int days) {
        return awaited(days, Period::stagesHold);
    }

    @Override
    public Optional<Moves> points(int days) {
        return awaited(days, Period::pointsHold);
    }

    private Optional<Moves> awaited(int days, Predicate<Period> holds) {
        lock.lock();
        try {
            Period period = periods.computeIfAbsent(days, first -> new Period(days, clock));
            try {
                await(period, holds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return period.latest();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the cached moves are valid or computed again, up to a timeout. */
    private void await(Period period, Predicate<Period> holds) throws InterruptedException {
        long needed = period.next();
        long left = PATIENCE.toNanos();
        while (!holds.test(period) && !period.hasEnded(needed) && left > 0 && !stopped) {
            period.want();
            left = changed.awaitNanos(left);
        }
    }

    private void compute() {
        try {
            for (Optional<Period> due = awaitDue(); due.isPresent(); due = awaitDue()) {
                compute(due.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next period that is due, and starts its computation; empty if the cache is stopped. */
    private Optional<Period> awaitDue() throws InterruptedException {
        lock.lock();
        try {
            Optional<Period> due = due();
            while (due.isEmpty() && !stopped) {
                changed.awaitNanos(CHECK_INTERVAL.toNanos());
                due = due();
            }
            due.ifPresent(Period::begin);
            return stopped ? Optional.empty() : due;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Period> due() {
        if (!read.getAsBoolean()) {
            return Optional.empty();
        }
        return periods.values().stream().filter(Period::isDue).findFirst();
    }

    private void compute(Period period) {
        Optional<Moves> moves = Optional.empty();
        try {
            moves = Optional.of(query.between(period.since(), clock.millis()));
        } catch (RuntimeException e) {
            if (e instanceof QueryFailedException failed && failed.isTransient()) {
                LOG.debug("moves between stages cannot be computed yet: {}", e.getMessage());
            } else {
                LOG.error("moves between stages since {} cannot be computed", period.since(), e);
            }
        }
        lock.lock();
        try {
            moves.ifPresentOrElse(period::end, () -> period.fail(RETRY_DELAY.toMillis()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
