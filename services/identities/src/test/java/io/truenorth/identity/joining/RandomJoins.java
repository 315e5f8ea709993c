package io.truenorth.identity.joining;

import io.truenorth.identity.joining.CustomerMessage.Erase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Partitions with an input and a log of messages each, as two topics: each keeps its order, and which of the two is read next
 * is random. What is sent is appended when some inputs and messages were handled, as by a transaction.
 */
final class RandomJoins implements JoinState, IdentityLedgers, Suppressions, Outbox, JoinListener {
    private static final int MOST_MESSAGES = 100_000;

    /** An event, by its number and its time. */
    record Event(int number, long at) implements Content {}

    /**
     * A customer who was erased.
     *
     * @param at when
     * @param identities of the customer
     */
    record Erased(ErasureRequest request, long at, Set<String> identities, boolean known) {}

    private final Random random;
    private final int partitions;
    private final Map<String, IdentityNode> nodes = new TreeMap<>();
    private final Map<String, CustomerIdentities> customers = new TreeMap<>();
    private final Map<String, Map<String, Set<Content>>> ledgers = new TreeMap<>();
    private final List<Deque<Runnable>> inputs = new ArrayList<>();
    private final List<Deque<Runnable>> messages = new ArrayList<>();
    private final List<Runnable> sent = new ArrayList<>();
    private final JoinProtocol protocol;
    private final Set<IdentityPair> refused = new HashSet<>();
    private final Set<IdentityPair> split = new HashSet<>();
    private final List<String> notSplit = new ArrayList<>();
    private final List<Map<String, Suppression>> suppressions = new ArrayList<>();
    private final List<Erased> erased = new ArrayList<>();
    private final List<Event> suppressed = new ArrayList<>();
    private final Set<String> activationWithdrawn = new HashSet<>();
    private final Set<String> begunAnew = new HashSet<>();
    private final long[] skews;
    private int current;
    private int handled;
    private long clock;

    RandomJoins(Random random, int partitions, IdentityRanking ranking, JoinGuards guards) {
        this.random = random;
        this.partitions = partitions;
        this.skews = new long[partitions];
        this.protocol = new JoinProtocol(ranking, guards, this, this, this, this, this);
        for (int partition = 0; partition < partitions; partition++) {
            inputs.add(new ArrayDeque<>());
            messages.add(new ArrayDeque<>());
            suppressions.add(new TreeMap<>());
        }
    }

    void event(String identity, List<String> others, int number) {
        event(identity, others, number, number);
    }

    /** Sends an event that occurred at a time. */
    void event(String identity, List<String> others, int number, long at) {
        Evidence evidence = new Evidence("test", Integer.toString(number), at, false);
        inputs.get(partition(identity)).add(() -> protocol.event(identity, others, evidence, new Event(number, at)));
    }

    /** Sets the time. */
    void clock(long now) {
        clock = now;
    }

    /** Has the clock of each partition be ahead of the time, by other units up to some. */
    void skewClocks(int most) {
        for (int partition = 0; partition < partitions; partition++) {
            skews[partition] = random.nextInt(most + 1);
        }
    }

    /** Has a customer withdraw consent to activation, at time 1. */
    void withdrawActivation(String customer) {
        activationWithdrawn.add(customer);
    }

    /** Returns the erased identities of which their customers were told that they begin anew. */
    Set<String> begunAnew() {
        return begunAnew;
    }

    void erase(String identity, ErasureRequest request) {
        inputs.get(partition(identity)).add(() -> protocol.erase(identity, request));
    }

    void importLedger(String identity, int number, long at) {
        inputs.get(partition(identity)).add(() -> protocol.imported(identity, new Event(number, at)));
    }

    void importApart(String identity, String other) {
        inputs.get(partition(identity)).add(() -> protocol.importedApart(IdentityPair.of(identity, other)));
    }

    void split(String identity) {
        inputs.get(partition(identity)).add(() -> protocol.split(identity, new Evidence("user", "split", 0, true)));
    }

    void link(String identity, String other) {
        long at = clock;
        inputs.get(partition(identity))
                .add(() -> protocol.link(identity, other, new Evidence("user", "link", at, true)));
    }

    void importLink(Evidence evidence, String identity, String other) {
        inputs.get(partition(identity)).add(() -> protocol.imported(IdentityPair.of(identity, other), evidence));
    }

    /** Handles everything. */
    void rest() {
        while (step()) {
            if (handled > MOST_MESSAGES) {
                throw new AssertionError("messages do not come to an end");
            }
        }
    }

    /** Handles up to six inputs and messages of a partition in one transaction; returns false if there are none at all. */
    boolean step() {
        List<Integer> busy = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (!sources(partition).isEmpty()) {
                busy.add(partition);
            }
        }
        if (busy.isEmpty()) {
            return false;
        }
        current = busy.get(random.nextInt(busy.size()));
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            List<Deque<Runnable>> sources = sources(current);
            if (sources.isEmpty()) {
                break;
            }
            handled++;
            sources.get(random.nextInt(sources.size())).remove().run();
        }
        sent.forEach(Runnable::run);
        sent.clear();
        return true;
    }

    private List<Deque<Runnable>> sources(int partition) {
        return Stream.of(inputs.get(partition), messages.get(partition))
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private int partition(String key) {
        return Math.floorMod(key.hashCode() * 31 + 17, partitions);
    }

    private void transmit(String key, Runnable handling) {
        sent.add(() -> messages.get(partition(key)).add(handling));
    }

    @Override
    public IdentityNode node(String identity) {
        return nodes.computeIfAbsent(identity, IdentityNode::new);
    }

    @Override
    public CustomerIdentities customer(String id) {
        return customers.computeIfAbsent(id, CustomerIdentities::new);
    }

    @Override
    public void add(String customer, String identity, Content content) {
        boolean isNew = ledgers.computeIfAbsent(customer, first -> new TreeMap<>())
                .computeIfAbsent(identity, first -> new HashSet<>())
                .add(content);
        if (!isNew) {
            throw new AssertionError(content + " came twice");
        }
    }

    @Override
    public List<Content> removeConsents(String customer, String identity) {
        return List.of();
    }

    @Override
    public List<Content> remove(String customer, String identity) {
        Set<Content> removed = ledgers.getOrDefault(customer, Map.of()).get(identity);
        if (removed == null) {
            return List.of();
        }
        ledgers.get(customer).remove(identity);
        return List.copyOf(removed);
    }

    @Override
    public boolean hasObjected(String customer) {
        return false;
    }

    @Override
    public long activationWithdrawnAt(String customer) {
        return activationWithdrawn.contains(customer) ? 1 : 0;
    }

    @Override
    public boolean hasAny(String customer) {
        return ledgers.getOrDefault(customer, Map.of()).values().stream().anyMatch(all -> !all.isEmpty());
    }

    @Override
    public Content without(Content content, Suppression suppression) {
        Event event = (Event) content;
        if (suppression.covers(event.at())) {
            suppressed.add(event);
            return null;
        }
        return event;
    }

    @Override
    public Content without(String customer, String identity, Content part, Suppression suppression) {
        return without(part, suppression);
    }

    @Override
    public void beginAnew(String customer, String identity) {
        begunAnew.add(identity);
    }

    @Override
    public boolean isBeingForgotten(String identity) {
        return false; // they are forgotten at once
    }

    @Override
    public Suppression of(String identity) {
        return suppressions.get(current).get(identity);
    }

    @Override
    public Suppression add(String identity, Suppression suppression) {
        return suppressions.get(current).merge(identity, suppression, Suppression::and);
    }

    @Override
    public void tellAll(Map<String, Suppression> told) {
        for (int partition = 0; partition < partitions; partition++) {
            Deque<Runnable> log = messages.get(partition);
            int to = partition;
            sent.add(() -> log.add(() -> {
                told.forEach(this::add);
                sweep(to, told);
            }));
        }
    }

    /** Removes what the keys of a partition say of identities. */
    private void sweep(int partition, Map<String, Suppression> told) {
        nodes.forEach((identity, node) -> {
            if (partition(identity) == partition) {
                node.forget(told::containsKey);
            }
        });
        customers.forEach((id, customer) -> {
            if (partition(id) == partition) {
                customer.forget(
                        told::containsKey,
                        refusal -> covers(refusal.link().first(), refusal)
                                || covers(refusal.link().second(), refusal));
            }
        });
    }

    private boolean covers(String identity, RefusedLink refusal) {
        Suppression suppression = of(identity);
        return suppression != null && suppression.covers(refusal.evidence().at());
    }

    @Override
    public long now() {
        return clock + skews[current];
    }

    @Override
    public void erased(String customer, Set<String> identities, Erase erase, long at, boolean known) {
        erased.add(new Erased(erase.request(), at, Set.copyOf(identities), known));
    }

    /** Returns who was erased, in the order of execution. */
    List<Erased> erased() {
        return erased;
    }

    /** Returns the events that were left out. */
    List<Event> suppressed() {
        return suppressed;
    }

    /** Returns what is known of an erased identity in its partition. */
    Suppression suppression(String identity) {
        return suppressions.get(partition(identity)).get(identity);
    }

    @Override
    public void redirected(String customer, String into) {
        if (!ledgers.getOrDefault(customer, Map.of()).isEmpty()) {
            throw new AssertionError(customer + " joined " + into + " and left something behind");
        }
    }

    @Override
    public void restored(String customer) {}

    @Override
    public void send(NodeMessage message) {
        transmit(message.identity(), () -> protocol.handle(message));
    }

    @Override
    public void send(String customer, CustomerMessage message) {
        if (message instanceof CustomerMessage.Fold && partition(customer) == current) {
            protocol.handle(customer, message); // what a partition may do at once, without a message
            return;
        }
        transmit(customer, () -> protocol.handle(customer, message));
    }

    @Override
    public void joined(String customer, String joined, Set<String> identities, IdentityPair link, Evidence evidence) {}

    @Override
    public void refused(String customer, RefusedLink refusal) {
        refused.add(refusal.link());
    }

    @Override
    public void split(String customer, String identity, Set<IdentityPair> dropped, Evidence request) {
        split.addAll(dropped);
    }

    @Override
    public void notSplit(String identity, Evidence request) {
        notSplit.add(identity);
    }

    /** Returns the identities that were to be split and are customers by themselves. */
    List<String> notSplit() {
        return notSplit;
    }

    /** Returns the links that were ever dropped by a split. */
    Set<IdentityPair> everSplit() {
        return split;
    }

    /** Returns the links that were ever refused. */
    Set<IdentityPair> refused() {
        return refused;
    }

    Map<String, IdentityNode> nodes() {
        return nodes;
    }

    Map<String, CustomerIdentities> customers() {
        return customers;
    }

    /** Returns the events of each identity, by customer. */
    Map<String, Map<String, Set<Content>>> ledgers() {
        return ledgers;
    }

    int handled() {
        return handled;
    }
}
