package io.truenorth.identity.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariants of the protocol in random scenarios, whatever the order in which messages are handled. */
class JoinProtocolTest {
    private static final List<String> NAMESPACES = List.of("crm", "user", "email", "device", "anonymous");
    private static final IdentityRanking RANKING = new IdentityRanking(NAMESPACES);

    @ParameterizedTest
    @CsvSource({
        "false, 0, 0, 0",
        "true, 0, 0, 0",
        "true, 8, 0, 0",
        "false, 0, 3, 0",
        "true, 0, 3, 0",
        "true, 8, 3, 0",
        "false, 0, 12, 0",
        "true, 8, 12, 0",
        "false, 0, 0, 2",
        "true, 0, 0, 3",
        "true, 8, 3, 2",
        "true, 8, 12, 12"
    })
    void identitiesBecomeOneCustomerAndNothingIsLost(boolean unique, int most, int splits, int erasures) {
        for (int seed = 0; seed < 500; seed++) {
            new Scenario(seed, unique, most, splits, erasures).check();
        }
    }

    /** One scenario and what must hold after it. */
    private static final class Scenario {
        private final String name;
        private final Random random;
        private final boolean unique;
        private final int most;
        private final int splits;
        private final int erasures;
        private final List<String> identities = new ArrayList<>();
        private final Map<Integer, Sent> events = new HashMap<>();
        private final List<IdentityPair> links = new ArrayList<>();
        private final Set<String> linkedByHand = new HashSet<>();
        private final RandomJoins joins;
        private final Map<String, String> customerOf = new TreeMap<>();

        private Scenario(int seed, boolean unique, int most, int splits, int erasures) {
            name = "seed " + seed;
            random = new Random(seed);
            this.unique = unique;
            this.splits = splits;
            this.erasures = erasures;
            this.most = most == 0 ? Integer.MAX_VALUE : 3 + random.nextInt(most - 2);
            int people = 2 + random.nextInt(11);
            for (String namespace : NAMESPACES) {
                for (int person = 0; person < people; person++) {
                    identities.add(namespace + ":" + (1 + random.nextInt(people)));
                }
            }
            JoinGuards guards = new JoinGuards(unique ? Set.of("crm") : Set.of(), this.most, Map.of());
            joins = new RandomJoins(random, 1 + random.nextInt(8), RANKING, guards);
            if (erasures > 0) {
                joins.skewClocks(random.nextInt(20));
            }
        }

        private void check() {
            run();
            assertEverybodyRests();
            assertNothingIsLostOrDoubled();
            assertOneCustomerEach();
            assertGuards();
            if (splits == 0 && erasures == 0) {
                assertLinkedIdentitiesAreOne();
            }
            assertNobodyIsApartWithoutReason();
            assertEvidenceIsKept();
            assertErasedIdentitiesAreUnknown();
        }

        private void run() {
            int count = 5 + random.nextInt(116);
            Set<Integer> cuts = new HashSet<>();
            for (int cut = 0; cut < splits; cut++) {
                cuts.add(random.nextInt(count));
            }
            Set<Integer> erased = new HashSet<>();
            for (int erasure = 0; erasure < erasures; erasure++) {
                erased.add(random.nextInt(count));
            }
            for (int number = 0; number < count; number++) {
                List<String> named = someIdentities();
                String first = random.nextInt(10) < 7 ? Collections.min(named, RANKING) : named.get(0);
                joins.clock(number);
                long at = erasures > 0 && random.nextInt(4) == 0 ? random.nextInt(number + 1) : number;
                events.put(number, new Sent(first, named, at));
                named.stream()
                        .filter(other -> !other.equals(first))
                        .forEach(other -> links.add(IdentityPair.of(first, other)));
                joins.event(first, named, number, at);
                if (cuts.contains(number)) {
                    joins.split(identities.get(random.nextInt(identities.size())));
                    linkByHand();
                }
                if (erased.contains(number)) {
                    erase(number);
                }
                for (int steps = List.of(0, 0, 1, 3, 10, 40).get(random.nextInt(6)); steps > 0; steps--) {
                    joins.step();
                }
                if (random.nextInt(20) == 0) {
                    joins.rest();
                }
            }
            joins.rest();
        }

        /** Some requests are sent twice, and under another identity the second time. */
        private void erase(int number) {
            ErasureRequest request = new ErasureRequest("erase-" + number, "user", number, random.nextInt(3) == 0);
            joins.erase(identities.get(random.nextInt(identities.size())), request);
            if (random.nextInt(3) == 0) {
                joins.erase(identities.get(random.nextInt(identities.size())), request);
            }
        }

        private void linkByHand() {
            String left = identities.get(random.nextInt(identities.size()));
            String right = identities.get(random.nextInt(identities.size()));
            if (!left.equals(right)) {
                links.add(IdentityPair.of(left, right));
                linkedByHand.addAll(List.of(left, right));
                joins.link(left, right);
            }
        }

        private List<String> someIdentities() {
            Set<String> some = new HashSet<>();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                some.add(identities.get(random.nextInt(identities.size())));
            }
            List<String> named = new ArrayList<>(some);
            Collections.shuffle(named, random);
            return named;
        }

        private List<CustomerIdentities> customers() {
            return joins.customers().values().stream()
                    .filter(customer -> customer.redirect() == null)
                    .toList();
        }

        private void assertEverybodyRests() {
            for (CustomerIdentities customer : joins.customers().values()) {
                assertThat(customer.waitsFor())
                        .as("%s: %s waits", name, customer.id())
                        .isNull();
                assertThat(customer.queue())
                        .as("%s: queue of %s", name, customer.id())
                        .isEmpty();
                Set<String> seen = new HashSet<>();
                for (CustomerIdentities next = customer; next.redirect() != null; ) {
                    assertThat(seen.add(next.id()))
                            .as("%s: redirects in a circle", name)
                            .isTrue();
                    next = joins.customer(next.redirect());
                }
            }
        }

        private void assertNothingIsLostOrDoubled() {
            Map<Integer, String> found = new HashMap<>();
            Map<Integer, String> expected = new HashMap<>();
            events.forEach((number, event) -> {
                if (!isSuppressed(event.identity(), event.at())) {
                    expected.put(number, event.identity());
                }
            });
            joins.ledgers()
                    .forEach((customer, byIdentity) -> byIdentity.forEach((identity, contents) -> {
                        assertThat(joins.customer(customer).redirect())
                                .as("%s: left behind", name)
                                .isNull();
                        assertThat(joins.customer(customer).members()).as(name).containsKey(identity);
                        for (Content content : contents) {
                            int number = ((RandomJoins.Event) content).number();
                            assertThat(found.put(number, identity))
                                    .as("%s: event %s twice", name, number)
                                    .isNull();
                        }
                    }));
            expected.keySet()
                    .removeIf(number -> !found.containsKey(number)
                            && wasDropping(events.get(number).identity()));
            assertThat(found).as(name).isEqualTo(expected);
        }

        private boolean isSuppressed(String identity, long at) {
            Suppression suppression = joins.suppression(identity);
            return suppression != null && suppression.covers(at);
        }

        /** Returns whether an identity was erased with all later events, which lasts until a later erasure is known to all. */
        private boolean wasDropping(String identity) {
            return joins.erased().stream()
                    .anyMatch(erased ->
                            erased.request().dropsLater() && erased.identities().contains(identity));
        }

        private void assertErasedIdentitiesAreUnknown() {
            Set<String> known = new HashSet<>(linkedByHand);
            events.values()
                    .forEach(event -> event.named().stream()
                            .filter(identity -> !isSuppressed(identity, event.at()))
                            .forEach(known::add));
            Map<String, String> said = new TreeMap<>();
            joins.nodes().forEach((identity, node) -> {
                if (!node.isEmpty(epoch(identity))) {
                    said.put(identity, "a node");
                    said.put(node.customer(), "the customer of " + identity);
                    node.reported().forEach(other -> said.put(other, "reported by " + identity));
                }
            });
            joins.customers().forEach((id, customer) -> {
                if (!customer.isEmpty(epoch(id))) {
                    said.put(id, customer.state() + " initially " + epoch(id));
                    customer.members().keySet().forEach(member -> said.putIfAbsent(member, "a member of " + id));
                    said.putIfAbsent(String.valueOf(customer.redirect()), "the redirect of " + id);
                    Set<IdentityPair> pairs = new HashSet<>(customer.links().keySet());
                    pairs.addAll(customer.barred());
                    customer.refusals().forEach(refusal -> pairs.add(refusal.link()));
                    pairs.forEach(pair -> said.put(pair.first(), pair + " at " + id));
                    pairs.forEach(pair -> said.put(pair.second(), pair + " at " + id));
                }
            });
            joins.erased().stream()
                    .flatMap(erased -> erased.identities().stream())
                    .filter(identity -> !known.contains(identity))
                    .forEach(identity -> assertThat(said)
                            .as("%s: %s was erased", name, identity)
                            .doesNotContainKey(identity));
            assertThat(joins.erased())
                    .as("%s: a request is executed once for each person", name)
                    .doesNotHaveDuplicates();
        }

        private long epoch(String identity) {
            Suppression suppression = joins.suppression(identity);
            return suppression == null ? 0 : suppression.epoch();
        }

        private boolean wasErased(IdentityPair link) {
            return joins.suppression(link.first()) != null || joins.suppression(link.second()) != null;
        }

        private void assertOneCustomerEach() {
            for (CustomerIdentities customer : customers()) {
                assertThat(customer.id())
                        .as(name)
                        .isEqualTo(Collections.min(customer.members().keySet(), RANKING));
                customer.members()
                        .keySet()
                        .forEach(identity -> assertThat(customerOf.put(identity, customer.id()))
                                .as("%s: %s has two customers", name, identity)
                                .isNull());
                Groups groups = new Groups();
                customer.links().keySet().forEach(groups::unite);
                assertThat(customer.members().keySet().stream().map(groups::of).distinct())
                        .as("%s: the members of %s hang together", name, customer.id())
                        .hasSize(1);
            }
            joins.nodes().forEach((identity, node) -> {
                CustomerIdentities owner = joins.customer(node.customer());
                while (owner.redirect() != null) {
                    owner = joins.customer(owner.redirect());
                }
                assertThat(customerOf.getOrDefault(identity, identity)).as(name).isEqualTo(owner.id());
            });
        }

        private String customer(String identity) {
            return customerOf.getOrDefault(identity, identity);
        }

        private void assertGuards() {
            for (CustomerIdentities customer : customers()) {
                assertThat(customer.members().size()).as(name).isLessThanOrEqualTo(most);
                if (unique) {
                    assertThat(customer.members().keySet())
                            .as(name)
                            .filteredOn(identity -> identity.startsWith("crm:"))
                            .hasSizeLessThan(2);
                }
                customer.barred()
                        .forEach(pair -> assertThat(customer.hasBoth(pair))
                                .as("%s: %s was split and is one again", name, pair)
                                .isFalse());
            }
        }

        private void assertLinkedIdentitiesAreOne() {
            Groups groups = new Groups();
            links.forEach(groups::unite);
            for (String left : customerOf.keySet()) {
                for (String right : customerOf.keySet()) {
                    if (customerOf.get(left).equals(customerOf.get(right))) {
                        assertThat(groups.of(left))
                                .as("%s: %s, %s", name, left, right)
                                .isEqualTo(groups.of(right));
                    } else if (!unique && most == Integer.MAX_VALUE) {
                        assertThat(groups.of(left))
                                .as("%s: %s, %s", name, left, right)
                                .isNotEqualTo(groups.of(right));
                    }
                }
            }
        }

        private void assertNobodyIsApartWithoutReason() {
            for (IdentityPair link : links) {
                if (!customer(link.first()).equals(customer(link.second()))) {
                    assertThat(joins.refused().contains(link)
                                    || wasErased(link)
                                    || joins.everSplit().contains(link))
                            .as("%s: %s are apart, neither refused nor split", name, link)
                            .isTrue();
                }
            }
        }

        private void assertEvidenceIsKept() {
            for (IdentityPair link : links) {
                String customer = customer(link.first());
                if (customer.equals(customer(link.second()))
                        && !wasErased(link)
                        && !joins.refused().contains(link)
                        && !joins.everSplit().contains(link)) {
                    assertThat(joins.customer(customer).links())
                            .as("%s: evidence", name)
                            .containsKey(link);
                }
            }
        }
    }

    /** An event as sent. */
    private record Sent(String identity, List<String> named, long at) {}

    /** Groups of identities that are linked, directly or through others. */
    private static final class Groups {
        private final Map<String, String> parents = new HashMap<>();

        private String of(String identity) {
            String parent = parents.getOrDefault(identity, identity);
            return parent.equals(identity) ? identity : of(parent);
        }

        private void unite(IdentityPair link) {
            parents.put(of(link.first()), of(link.second()));
        }
    }
}
