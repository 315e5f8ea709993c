package io.truenorth.dashboard.history;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.query.ScoresPage;
import io.truenorth.query.ScoresQuery;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.service.Component;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconstructs the history of the past year for a deployment without one: once all touchpoints are scored, the sums of each week
 * are computed from the scores at that time, the latest week first, slowly and in the background. Recorded points are never
 * replaced. A week that cannot be computed is skipped until the next start.
 */
public final class Backfill implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int WEEKS = 52;
    private static final int PAGE_SIZE = 2_000;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
    private static final int CHECKS_AT_PRESENT = 3;
    private static final int CHECKS_IN_PAST = 60;
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(20);

    private final QueryClient streams;
    private final Customers customers;
    private final Snapshots snapshots;
    private final History history;
    private final HistoryPointWriter writer;
    private final BooleanSupplier quiet;
    private final Duration betweenChecks;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread backfillThread = new Thread(this::backfillAll, "history-backfill");

    /**
     * Creates a backfill.
     *
     * @param quiet whether everything is read and almost no touchpoints are waiting to be scored
     */
    public Backfill(
            QueryClient streams,
            Customers customers,
            Snapshots snapshots,
            History history,
            HistoryPointWriter writer,
            BooleanSupplier quiet,
            Clock clock) {
        this(streams, customers, snapshots, history, writer, quiet, BETWEEN_CHECKS, clock);
    }

    Backfill(
            QueryClient streams,
            Customers customers,
            Snapshots snapshots,
            History history,
            HistoryPointWriter writer,
            BooleanSupplier quiet,
            Duration betweenChecks,
            Clock clock) {
        this.streams = streams;
        this.customers = customers;
        this.snapshots = snapshots;
        this.history = history;
        this.writer = writer;
        this.quiet = quiet;
        this.betweenChecks = betweenChecks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "history-backfill";
    }

    @Override
    public void start() {
        backfillThread.setDaemon(true);
        backfillThread.setUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("the backfill of the past year stopped until the next start", failure));
        backfillThread.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        stopped.countDown();
        backfillThread.interrupt();
        backfillThread.join(timeout.toMillis());
    }

    private void backfillAll() {
        try {
            awaitQuiet();
            long midnight = clock.millis() / DAY * DAY;
            for (int week = 1; week <= WEEKS && stopped.getCount() > 0; week++) {
                backfillWeek(midnight - week * 7 * DAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Requires several successful checks in a row, as the load may drop between two parts of a replay. Fewer checks are required
     * if the replay has reached the present.
     */
    private void awaitQuiet() throws InterruptedException {
        int checks = 0;
        while (checks < (isAtThePresent() ? CHECKS_AT_PRESENT : CHECKS_IN_PAST)) {
            pause(betweenChecks);
            boolean hasCustomers = snapshots.find(ScopeNames.ALL).isPresent();
            checks = hasCustomers && quiet.getAsBoolean() ? checks + 1 : 0;
        }
    }

    private boolean isAtThePresent() {
        return customers.newestTouch() > clock.millis() - DAY;
    }

    private void backfillWeek(long at) throws InterruptedException {
        boolean known = history.find(HistoryKey.of(ScopeNames.ALL, Granularity.DAY, at - DAY))
                .isPresent();
        while (!known && stopped.getCount() > 0) {
            try {
                writeWeek(at);
                return;
            } catch (RuntimeException e) {
                if (!(e instanceof QueryFailedException failed) || !failed.isTransient()) {
                    logSkipped(at, e);
                    return;
                }
                LOG.info("the backfill is waiting for the streams service: {}", e.getMessage());
                pause(betweenChecks);
            }
        }
    }

    /** Logs a skipped week, unless the service is stopping. */
    private void logSkipped(long at, RuntimeException because) {
        if (stopped.getCount() > 0) {
            LOG.error("the backfill skips the week until {}, until the next start", Instant.ofEpochMilli(at), because);
        }
    }

    private void writeWeek(long at) throws InterruptedException {
        PastWeek week = new PastWeek(at, customers, snapshots.attributes());
        read(week, Instant.ofEpochMilli(at));
        List<ScopeHistoryPoint> missing =
                week.moments().stream().filter(this::isNew).toList();
        missing.stream().filter(moment -> !isOfAll(moment)).forEach(writer::write);
        writer.flush();
        missing.stream().filter(Backfill::isOfAll).forEach(writer::write);
    }

    /** Written last, as it marks the week as complete. */
    private static boolean isOfAll(ScopeHistoryPoint moment) {
        return moment.getScope().equals(ScopeNames.ALL);
    }

    private boolean isNew(ScopeHistoryPoint moment) {
        return history.find(HistoryKey.of(moment)).isEmpty();
    }

    private void read(PastWeek week, Instant asOf) throws InterruptedException {
        Optional<ScoresQuery> query = Optional.of(ScoresQuery.ofAll(PAGE_SIZE).asOf(asOf));
        while (query.isPresent()) {
            ScoresPage page = streams.scores(query.get());
            page.scores().forEach(week::add);
            query = query.get().after(page);
            pause(BETWEEN_PAGES);
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped");
        }
    }
}
