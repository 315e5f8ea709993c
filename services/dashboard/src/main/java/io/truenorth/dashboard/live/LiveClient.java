package io.truenorth.dashboard.live;

import io.truenorth.dashboard.live.LiveEvent.Frame;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A client of the live events. Waiting events are held by key, so that only the latest about each thing waits. A client with
 * more than a few hundred events waiting, or that reads nothing for long, is disconnected. Writes never block: the server calls
 * back when the connection can take more.
 */
final class LiveClient implements WriteListener {
    private static final int MOST_WAITING = 256;

    private final ServletOutputStream out;
    private final Set<String> customers;
    private final Optional<Instant> until;
    private final LongSupplier millis;
    private final Map<String, Frame> waiting = new LinkedHashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private boolean ready;
    private long takenAt;

    /**
     * A client.
     *
     * @param customers whose events the client gets
     * @param until when the client is disconnected, as its token expires
     * @param millis a clock
     */
    LiveClient(ServletOutputStream out, Set<String> customers, Optional<Instant> until, LongSupplier millis) {
        this.out = out;
        this.customers = Set.copyOf(customers);
        this.until = until;
        this.millis = millis;
        this.takenAt = millis.getAsLong();
    }

    /** Completes when the client has disconnected or is disconnected. */
    CompletableFuture<Void> end() {
        return end;
    }

    Set<String> customers() {
        return customers;
    }

    synchronized void send(LiveEvent event) {
        Optional<String> customer = event.customer();
        if (customer.isEmpty() || customers.contains(customer.get())) {
            offer(event.key(), event.frame());
        }
    }

    /** Sends a frame that is no event, such as a heartbeat. */
    synchronized void send(String key, Frame frame) {
        offer(key, frame);
    }

    private void offer(String key, Frame frame) {
        if (end.isDone()) {
            return;
        }
        if (waiting.isEmpty()) {
            takenAt = millis.getAsLong();
        }
        // The latest goes to the end, so that ids rise.
        waiting.remove(key);
        waiting.put(key, frame);
        if (waiting.size() > MOST_WAITING) {
            disconnect();
        } else if (ready) {
            drain();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        ready = true;
        drain();
    }

    private void drain() {
        try {
            while (out.isReady()) {
                var next = waiting.entrySet().iterator();
                if (!next.hasNext()) {
                    out.flush();
                    return;
                }
                byte[] bytes = next.next().getValue().bytes();
                next.remove();
                takenAt = millis.getAsLong();
                out.write(bytes);
            }
            ready = false;
        } catch (IOException | IllegalStateException e) {
            disconnect();
        }
    }

    @Override
    public void onError(Throwable failure) {
        disconnect();
    }

    /** Sends nothing of what waits and names one of some identities. */
    synchronized void forget(Predicate<String> erased) {
        waiting.values().removeIf(frame -> frame.names(erased));
    }

    /** Disconnects the client if it has read nothing while events waited for that long, or if its token has expired. */
    synchronized void disconnectIfDue(long stallTimeoutMillis) {
        long now = millis.getAsLong();
        boolean stalled = !waiting.isEmpty() && now - takenAt > stallTimeoutMillis;
        boolean expired =
                until.filter(last -> !last.isAfter(Instant.ofEpochMilli(now))).isPresent();
        if (stalled || expired) {
            disconnect();
        }
    }

    synchronized void disconnect() {
        waiting.clear();
        end.complete(null);
    }
}
