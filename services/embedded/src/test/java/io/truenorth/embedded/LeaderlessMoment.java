package io.truenorth.embedded;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The moment in which a broker knows that its partitions have lost their leaders and its transaction coordinator has not
 * resigned yet. As a rule it is over in milliseconds; here it lasts until the coordinator has decided what becomes of the
 * marker that it has to send.
 */
final class LeaderlessMoment implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;
    private static final String TRANSACTION = "kafka.coordinator.transaction.";

    private final CountDownLatch decided = new CountDownLatch(1);
    private final List<BrokerLog> logs;
    private volatile String decision = "none";

    private LeaderlessMoment() {
        logs = List.of(
                BrokerLog.of("state.change.logger", Level.INFO, this::hold),
                BrokerLog.of(TRANSACTION + "TransactionMarkerChannelManager", Level.TRACE, this::dropped),
                BrokerLog.of(TRANSACTION + "TxnMarkerQueue", Level.INFO, this::kept));
    }

    static LeaderlessMoment lasting() {
        return new LeaderlessMoment();
    }

    /** "dropped", or "kept" until there is a leader. */
    String decision() {
        return decision;
    }

    /** Comes after the broker's metadata was replaced, and before the partitions and the coordinator are told. */
    private void hold(String line) {
        if (line.contains("partition(s) to local followers")) {
            try {
                if (!decided.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    decision = "none within " + LIMIT_SECONDS + " s";
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The coordinator has noted the transaction as complete. */
    private void dropped(String line) {
        if (line.startsWith("Completed transaction for", line.indexOf(": ") + 2)) {
            decide("dropped");
        }
    }

    private void kept(String line) {
        if (line.endsWith("to destination broker -1")) {
            decide("kept");
        }
    }

    private void decide(String what) {
        if (decided.getCount() > 0) {
            decision = what;
            decided.countDown();
        }
    }

    @Override
    public void close() {
        decided.countDown();
        logs.forEach(BrokerLog::close);
    }
}
