package io.truenorth.streams.crash;

import io.truenorth.contract.Erasure;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.topology.RandomTouchpoints;
import io.truenorth.streams.topology.Touches;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Touchpoints of people with several identities each, some of them twice under other identities, and what they add up to. */
final class JoinLoad {
    private static final int PEOPLE = 200;

    private final Random random = new Random(7);
    private final RandomTouchpoints touchpoints = new RandomTouchpoints(42, PEOPLE);
    private final Map<String, RelationshipLedger> ledgers = new TreeMap<>();
    private final Set<IdentityPair> links = new HashSet<>();
    private final Set<Integer> erased = new TreeSet<>();
    private long sent;

    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for all
    void send(TestDeployment deployment, int records) {
        Topic<String, Touchpoint> topic = deployment.topic(Topics.TOUCHPOINTS);
        Instant start = Instant.now();
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            for (int record = 0; record < records; record++) {
                producer.send(next(deployment, topic, start));
            }
        }
    }

    private ProducerRecord<byte[], byte[]> next(
            TestDeployment deployment, Topic<String, Touchpoint> topic, Instant start) {
        sent++;
        int person = random.nextInt(PEOPLE);
        List<String> named = identities(person);
        Touchpoint touchpoint = touchpoints
                .before(start)
                .byAll(named.stream()
                        .map(name -> name.split(":", 2))
                        .map(parts -> new Identity(parts[0], parts[1]))
                        .toList())
                .build();
        String strongest = named.get(0);
        if (!erased.contains(person)) {
            named.stream().skip(1).forEach(other -> links.add(IdentityPair.of(strongest, other)));
            ledgers.computeIfAbsent(strongest, id -> new RelationshipLedger()).add(Touches.of(touchpoint));
        }
        String key = touchpoints.oneIn(50) ? "elsewhere" : strongest;
        return new ProducerRecord<>(
                topic.name(),
                key.getBytes(StandardCharsets.UTF_8),
                deployment.serdes().value(topic).serializer().serialize(topic.name(), touchpoint));
    }

    /** Returns one or two of a person's identities, the best first. */
    private List<String> identities(int person) {
        List<String> all = new ArrayList<>(List.of(
                "crm:p" + person,
                "email:p" + person,
                card(person),
                "anonymous:p" + person + "-1",
                "anonymous:p" + person + "-2"));
        Collections.shuffle(all, random);
        List<String> named = new ArrayList<>(all.subList(0, random.nextInt(5) < 3 ? 1 : 2));
        named.sort(JoinRules.standard().ranking());
        return named;
    }

    private static String card(int person) {
        return "card:p" + person;
    }

    /** Requests to split the cards of some people; returns these cards. */
    Set<String> splitCards(TestDeployment deployment, int count) throws Exception {
        Set<String> cards = new TreeSet<>();
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            for (int person = 0; person < count; person++) {
                String card = card(person);
                cards.add(card);
                IdentityRequest request = IdentityRequest.newBuilder()
                        .setRequestId("split-" + person)
                        .setIdentity(card)
                        .setOther(null)
                        .setRequestedBy("test")
                        .setRequestedAt(Instant.now().toEpochMilli())
                        .build();
                producer.send(record(deployment, request)).get();
            }
        }
        links.removeIf(link -> cards.stream().anyMatch(link::has));
        return cards;
    }

    /**
     * Requests to erase the last people, each by one of the identities and twice, with all later events.
     *
     * @return the names that nothing may have any more
     */
    Set<String> erase(TestDeployment deployment, int count) throws Exception {
        Set<String> names = new TreeSet<>();
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            for (int person = PEOPLE - count; person < PEOPLE; person++) {
                erased.add(person);
                String name = ":p" + person;
                names.add(name);
                ledgers.keySet().removeIf(identity -> isOf(identity, name));
                links.removeIf(link -> isOf(link.first(), name));
                IdentityRequest request = IdentityRequest.newBuilder()
                        .setRequestId("erase-" + person)
                        .setIdentity(identities(person).get(0))
                        .setRequestedBy("officer")
                        .setRequestedAt(Instant.now().toEpochMilli())
                        .setErasure(new Erasure(LaterEvents.DROP))
                        .build();
                producer.send(record(deployment, request)).get();
                producer.send(record(deployment, request)).get();
            }
        }
        return names;
    }

    private static boolean isOf(String identity, String name) {
        return identity.endsWith(name) || identity.contains(name + "-");
    }

    private static ProducerRecord<byte[], byte[]> record(TestDeployment deployment, IdentityRequest request) {
        Topic<String, IdentityRequest> topic = deployment.topic(Topics.IDENTITY_REQUESTS);
        return new ProducerRecord<>(
                topic.name(),
                request.getIdentity().getBytes(StandardCharsets.UTF_8),
                deployment.serdes().value(topic).serializer().serialize(topic.name(), request));
    }

    long sent() {
        return sent;
    }

    /** Returns the customers that the links make, by their best identity, with their members. */
    Map<String, Set<String>> customers() {
        Map<String, Set<String>> groups = new HashMap<>();
        ledgers.keySet().forEach(identity -> groups.put(identity, new TreeSet<>(Set.of(identity))));
        links.forEach(link -> {
            groups.computeIfAbsent(link.first(), id -> new TreeSet<>(Set.of(id)));
            groups.computeIfAbsent(link.second(), id -> new TreeSet<>(Set.of(id)));
        });
        for (IdentityPair link : links) {
            Set<String> all = groups.get(link.first());
            if (!all.contains(link.second())) {
                all.addAll(groups.get(link.second()));
                all.forEach(member -> groups.put(member, all));
            }
        }
        Map<String, Set<String>> customers = new TreeMap<>();
        groups.values()
                .forEach(members -> customers.put(
                        Collections.min(members, JoinRules.standard().ranking()), members));
        return customers;
    }

    /** Returns the ledger of all events of each customer. */
    Map<String, RelationshipLedger> ledgers() {
        Map<String, RelationshipLedger> byCustomer = new TreeMap<>();
        customers()
                .forEach((customer, members) -> members.stream()
                        .filter(ledgers::containsKey)
                        .forEach(member -> byCustomer
                                .computeIfAbsent(customer, id -> new RelationshipLedger())
                                .addAll(ledgers.get(member))));
        return byCustomer;
    }
}
