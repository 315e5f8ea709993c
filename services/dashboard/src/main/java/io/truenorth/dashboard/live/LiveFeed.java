package io.truenorth.dashboard.live;

import io.truenorth.dashboard.live.LiveEvent.Frame;
import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import jakarta.servlet.ServletOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Publishes events to all clients. Ids start at the current time in microseconds, so they differ from those of an earlier run. A
 * client that reconnects with the id of an event that is still held gets the events after it; for any other id it gets a reset.
 */
public final class LiveFeed implements Component {
    private static final int HELD = 2_048;
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final Frame HEARTBEAT = Frame.of(": still here\n\n");
    private static final Frame HELLO = Frame.of("retry: 2000\n\n");

    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> followed = new ConcurrentHashMap<>();
    private final Deque<LiveEvent> held = new ArrayDeque<>();
    private final PeriodicTask sweep = new PeriodicTask("live-sweep", SWEEP_INTERVAL, this::sweep);
    private final PeriodicTask heartbeat = new PeriodicTask("live-heartbeat", HEARTBEAT_INTERVAL, this::sendHeartbeat);
    private final LongSupplier millis;
    private final Duration clientStallTimeout;
    private final int maxClients;
    private long lastId;

    /**
     * A feed.
     *
     * @param clientStallTimeout the time after which a client is disconnected if it does not read pending events
     * @param maxClients the maximum number of concurrent clients
     * @param millis the current time in ms
     */
    public LiveFeed(Duration clientStallTimeout, int maxClients, LongSupplier millis) {
        this.clientStallTimeout = clientStallTimeout;
        this.maxClients = maxClients;
        this.millis = millis;
        this.lastId = millis.getAsLong() * 1_000;
    }

    @Override
    public String name() {
        return "live-feed";
    }

    @Override
    public void start() {
        sweep.start();
        heartbeat.start();
    }

    /** Clients reconnect automatically, to this or another instance. */
    @Override
    public void stop(Duration timeout) throws InterruptedException {
        sweep.stop(timeout);
        heartbeat.stop(timeout);
        clients.forEach(LiveClient::disconnect);
    }

    private void sendHeartbeat() {
        clients.forEach(client -> client.send("heartbeat", HEARTBEAT));
    }

    private void sweep() {
        clients.forEach(client -> client.disconnectIfDue(clientStallTimeout.toMillis()));
    }

    /** The number of clients. */
    public int clientCount() {
        return clients.size();
    }

    /** Whether the limit of clients is reached. */
    public boolean isFull() {
        return clients.size() >= maxClients;
    }

    /** Whether a client follows a customer. */
    public boolean isFollowed(String customer) {
        return followed.containsKey(customer);
    }

    /** Publishes to all clients. */
    public void publish(String name, String key, String json) {
        publish(name, key, Optional.empty(), Set.of(), json);
    }

    /**
     * Publishes to the clients that follow a customer.
     *
     * @param named all identities that the data names
     */
    public void publishOf(String customer, String name, Set<String> named, String json) {
        publish(name, name + " " + customer, Optional.of(customer), named, json);
    }

    /** Deletes the events that name one of some identities: those that are held, and those that wait for clients. */
    public synchronized void forget(Predicate<String> erased) {
        held.removeIf(event -> event.frame().names(erased));
        clients.forEach(client -> client.forget(erased));
    }

    private synchronized void publish(
            String name, String key, Optional<String> customer, Set<String> named, String json) {
        LiveEvent event = LiveEvent.of(++lastId, name, key, customer, named, json);
        held.addLast(event);
        if (held.size() > HELD) {
            held.removeFirst();
        }
        clients.forEach(client -> client.send(event));
    }

    /**
     * Adds a client until it disconnects.
     *
     * @param out the output, which is written without blocking
     * @param customers the customers whose events it gets
     * @param until the expiry of its token, when it is disconnected
     * @param after the id of the last event it received; empty if it received none
     * @return completes when the client is disconnected
     */
    public CompletableFuture<Void> follow(
            ServletOutputStream out, Set<String> customers, Optional<Instant> until, Optional<Long> after) {
        LiveClient client = new LiveClient(out, customers, until, millis);
        welcome(client, after);
        out.setWriteListener(client);
        return client.end();
    }

    private synchronized void welcome(LiveClient client, Optional<Long> after) {
        client.send("hello", HELLO);
        after.ifPresent(id -> resume(client, id));
        clients.add(client);
        client.customers().forEach(customer -> followed.merge(customer, 1, Integer::sum));
        client.end().thenRun(() -> forget(client));
    }

    private void forget(LiveClient client) {
        clients.remove(client);
        client.customers()
                .forEach(customer -> followed.computeIfPresent(customer, (id, count) -> count == 1 ? null : count - 1));
    }

    private void resume(LiveClient client, long after) {
        LiveEvent oldest = held.peekFirst();
        boolean isHeld = after == lastId || (oldest != null && after >= oldest.id() - 1 && after < lastId);
        if (isHeld) {
            held.stream().filter(event -> event.id() > after).forEach(client::send);
        } else {
            client.send("reset", Frame.of("id: " + lastId + "\nevent: reset\ndata: {}\n\n"));
        }
    }
}
