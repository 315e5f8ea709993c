package io.truenorth.identity.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The identities of a customer, and what joins and separates them. An identity of which nothing else is known is a customer
 * with itself as the only member.
 */
public final class CustomerIdentities {
    private static final int MOST_REFUSALS = 100;
    /** Further evidence of members who are one customer anyway is not kept. */
    private static final int MOST_LINKS = 1_000;

    private static final int LONGEST_QUEUE = 200;

    private final String id;
    private final SortedMap<String, Long> members = new TreeMap<>();
    private final SortedMap<IdentityPair, Evidence> links = new TreeMap<>();
    private final SortedSet<IdentityPair> barred = new TreeSet<>();
    private final SortedMap<IdentityPair, RefusedLink> refusals = new TreeMap<>();
    private final Deque<CustomerMessage> queue = new ArrayDeque<>();
    private @Nullable String redirect;
    private @Nullable String waitsFor;
    private long refused;
    private boolean changed;

    /** Creates the customer that an identity is by itself. */
    public CustomerIdentities(String id) {
        this(id, 0);
    }

    /**
     * Creates the customer that an identity is by itself.
     *
     * @param epoch of an identity of which nothing is known: that of its last erasure, or 0
     */
    public CustomerIdentities(String id, long epoch) {
        this.id = id;
        members.put(id, epoch);
    }

    /** Returns a customer as it was stored. */
    public static CustomerIdentities restored(String id, State state) {
        CustomerIdentities customer = new CustomerIdentities(id);
        customer.members.clear();
        customer.members.putAll(state.members());
        customer.links.putAll(state.links());
        customer.barred.addAll(state.barred());
        state.refusals().forEach(refusal -> customer.refusals.put(refusal.link(), refusal));
        customer.queue.addAll(state.queue());
        customer.redirect = state.redirect();
        customer.waitsFor = state.waitsFor();
        customer.refused = state.refused();
        return customer;
    }

    /** Returns what is to be stored. */
    public State state() {
        return new State(
                members,
                links,
                barred,
                List.copyOf(refusals.values()),
                List.copyOf(queue),
                redirect,
                waitsFor,
                refused);
    }

    /**
     * Returns whether there is nothing to store: the customer is an identity by itself.
     *
     * @param initialEpoch of an identity of which nothing is stored
     */
    public boolean isEmpty(long initialEpoch) {
        return redirect == null
                && waitsFor == null
                && members.size() == 1
                && members.getOrDefault(id, -1L) == initialEpoch
                && links.isEmpty()
                && barred.isEmpty()
                && refusals.isEmpty()
                && refused == 0
                && queue.isEmpty();
    }

    /**
     * The state of a customer.
     *
     * @param members the identities, with how often each was split from a customer
     * @param links between members
     * @param barred pairs that were split
     * @param refusals that are kept
     * @param queue messages that wait for the answer of another customer
     * @param redirect the customer whom this one joined, or null
     * @param waitsFor the customer whom this one has asked, or null
     * @param refused the number of refusals
     */
    public record State(
            Map<String, Long> members,
            Map<IdentityPair, Evidence> links,
            Set<IdentityPair> barred,
            List<RefusedLink> refusals,
            List<CustomerMessage> queue,
            @Nullable String redirect,
            @Nullable String waitsFor,
            long refused) {
        /** Copies the collections. */
        public State {
            members = Map.copyOf(members);
            links = Map.copyOf(links);
            barred = Set.copyOf(barred);
            refusals = List.copyOf(refusals);
            queue = List.copyOf(queue);
        }
    }

    /** Returns whether there is anything to store since the last call. */
    public boolean takeChanged() {
        boolean wasChanged = changed;
        changed = false;
        return wasChanged;
    }

    /** Returns the customer's id, its best member. */
    public String id() {
        return id;
    }

    /** Returns the customer whom this one joined, or null. A customer who joined another has no other state. */
    public @Nullable String redirect() {
        return redirect;
    }

    /** Returns the customer whom this one has asked to join, or null. */
    public @Nullable String waitsFor() {
        return waitsFor;
    }

    /** Returns the messages that wait for the answer. */
    public List<CustomerMessage> queue() {
        return List.copyOf(queue);
    }

    /** Returns the identities, with how often each was split from a customer. */
    public SortedMap<String, Long> members() {
        return new TreeMap<>(members);
    }

    /** Returns the links between members. */
    public SortedMap<IdentityPair, Evidence> links() {
        return new TreeMap<>(links);
    }

    /**
     * Returns the members that were one customer with one of them at a time (epoch ms), by the links known now: those that hang
     * together by evidence of up to then.
     */
    public SortedSet<String> membersWith(String identity, long at) {
        LinkedGroups groups = new LinkedGroups(links.entrySet().stream()
                .filter(link -> link.getValue().at() <= at)
                .map(Map.Entry::getKey)
                .toList());
        SortedSet<String> together = new TreeSet<>(members.keySet());
        together.removeIf(member -> !groups.of(member).equals(groups.of(identity)));
        return together;
    }

    /** Returns the pairs that were split, each with at least one member. */
    public SortedSet<IdentityPair> barred() {
        return new TreeSet<>(barred);
    }

    /** Returns the refused links of members: at most 100, the first ones. */
    public List<RefusedLink> refusals() {
        return List.copyOf(refusals.values());
    }

    /** Returns the number of refusals, including those that are not kept. */
    public long refused() {
        return refused;
    }

    boolean has(String identity) {
        return members.containsKey(identity);
    }

    boolean hasBoth(IdentityPair link) {
        return has(link.first()) && has(link.second());
    }

    boolean hasOneOf(IdentityPair link) {
        return has(link.first()) || has(link.second());
    }

    boolean isBarred(IdentityPair link) {
        return barred.contains(link);
    }

    /** Keeps the first evidence of a link between members. */
    void link(IdentityPair link, Evidence evidence) {
        changed = true;
        if (links.size() < MOST_LINKS && TextSize.ofLinks(links) < TextSize.MOST_OF_REST) {
            links.putIfAbsent(link, evidence.recorded());
        }
        refusals.remove(link);
    }

    /** Adds links that keep members together, whatever their number, and others within the limits. */
    private void addLinks(Map<IdentityPair, Evidence> more) {
        LinkedGroups groups = new LinkedGroups(links.keySet());
        new TreeMap<>(more).forEach((link, evidence) -> {
            if (groups.unite(link)) {
                links.put(link, evidence.recorded());
            } else {
                link(link, evidence);
            }
        });
    }

    /** Keeps a pair apart, unless it is one customer here. */
    void keepApart(CustomerMessage.Apart apart) {
        changed = true;
        boolean fits = barred.size() < MOST_LINKS && TextSize.ofPairs(barred) < TextSize.MOST_OF_REST;
        if (fits && !has(apart.other())) {
            barred.add(IdentityPair.of(apart.identity(), apart.other()));
        }
    }

    void refuse(RefusedLink refusal) {
        changed = true;
        refused++;
        if (refusals.size() < MOST_REFUSALS && TextSize.ofRefusals(refusals.values()) < TextSize.MOST_OF_REST) {
            refusals.putIfAbsent(refusal.link(), refusal);
        }
    }

    /** Removes and returns the refusals, which are to be tried again. */
    List<RefusedLink> takeRefusals() {
        changed = true;
        List<RefusedLink> taken = List.copyOf(refusals.values());
        refusals.clear();
        return taken;
    }

    void waitFor(String customer) {
        changed = true;
        waitsFor = customer;
    }

    /** Has a message wait for the answer; returns false if the queue is full. */
    boolean enqueue(CustomerMessage message) {
        changed = true;
        int waiting = queue.stream().mapToInt(TextSize::of).sum();
        return queue.size() < LONGEST_QUEUE && waiting < TextSize.MOST_OF_REST && queue.add(message);
    }

    /** Ends the waiting, and returns the messages that waited. */
    List<CustomerMessage> resume() {
        changed = true;
        waitsFor = null;
        List<CustomerMessage> waited = new ArrayList<>(queue);
        queue.clear();
        return waited;
    }

    /** Takes in a customer who asked; the ledger follows. Bars between the two are lifted by a request. */
    void takeIn(CustomerMessage.Ask asker) {
        changed = true;
        if (asker.evidence().isRequest()) {
            barred.removeIf(pair -> isBetween(pair, asker.members().keySet()));
        }
        asker.barred().stream()
                .filter(pair -> !asker.evidence().isRequest()
                        || !isBetween(pair, asker.members().keySet()))
                .forEach(barred::add);
        addMembers(asker.members());
        addLinks(asker.links());
        addLinks(Map.of(asker.link(), asker.evidence()));
        refusals.values().stream()
                .filter(refusal -> hasBoth(refusal.link()))
                .toList()
                .forEach(refusal -> link(refusal.link(), refusal.evidence()));
    }

    /** Returns whether a pair has one identity of this customer and one of another. */
    boolean isBetween(IdentityPair pair, Set<String> others) {
        return has(pair.first()) && others.contains(pair.second())
                || has(pair.second()) && others.contains(pair.first());
    }

    private void addMembers(Map<String, Long> more) {
        more.forEach((identity, epoch) -> members.merge(identity, epoch, Math::max));
    }

    /** Leaves a redirect to the customer whom this one joins, and nothing else. */
    void leave(String to) {
        forgetOthers(members.getOrDefault(id, 0L));
        redirect = to;
    }

    /** Changes the redirect, as the customer whom this one joined has joined another, or was split. */
    void redirectTo(String to) {
        changed = true;
        redirect = to;
    }

    /** Becomes a customer again, after a split. */
    void restore(CustomerMessage.Restore piece) {
        changed = true;
        redirect = null;
        addMembers(piece.members());
        addLinks(piece.links());
        barred.addAll(piece.barred());
    }

    /** Forgets everything, as the customer was erased, and is an identity by itself. */
    void erase(long epoch) {
        forgetOthers(epoch);
    }

    /** Is an identity by itself again, of which nothing is said. */
    private void forgetOthers(long epoch) {
        changed = true;
        members.clear();
        members.put(id, epoch);
        links.clear();
        barred.clear();
        refusals.clear();
        refused = 0;
    }

    /**
     * Forgets what is said of identities that were erased and are no members.
     *
     * @param erased identities that were erased since this was last called
     * @param covered refusals that are older than the erasure of one of their ends
     */
    public void forget(Predicate<String> erased, Predicate<RefusedLink> covered) {
        changed |= barred.removeIf(pair -> mentions(pair, erased));
        changed |= refusals.values().removeIf(covered);
    }

    private boolean mentions(IdentityPair pair, Predicate<String> erased) {
        return !has(pair.first()) && erased.test(pair.first()) || !has(pair.second()) && erased.test(pair.second());
    }

    /** Keeps some of the members, with what concerns them; pairs between these and others may not join again. */
    void keep(Set<String> kept, Set<IdentityPair> newlyBarred) {
        changed = true;
        barred.addAll(newlyBarred);
        members.keySet().retainAll(kept);
        links.keySet().removeIf(link -> !hasBoth(link) || newlyBarred.contains(link));
        barred.removeIf(pair -> !hasOneOf(pair));
    }
}
