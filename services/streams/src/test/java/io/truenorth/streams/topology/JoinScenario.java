package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.JoinGuards;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Events of people with several identities, in random order: some twice or under other identities, some late, some on a wrong
 * partition, some retracted, some that name an order and no identity; and requests by users to link, to split, and to set
 * consent, which events set, too.
 */
final class JoinScenario {
    static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    private static final List<String> NAMESPACES = List.of("crm", "card", "email", "device", "anonymous");
    private static final IdentityRanking RANKING = new IdentityRanking(NAMESPACES);
    private static final List<String> KINDS = List.of(
            "page_viewed", "purchase", "review_posted", "support_contacted", "referral_made", "complaint_filed");
    /** Ms by which the clocks of partitions differ at most. */
    private static final int MOST_SKEW = 90_000;

    private static final List<String> CHANNELS = List.of("web", "store", "community", "support");

    private final Random random;
    private final Kind kind;
    private final int most;
    private final List<String> identities = new ArrayList<>();
    private final List<Touchpoint> sent = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final Map<String, Long> linkedByHand = new HashMap<>();
    private final Set<String> erasureRequests = new HashSet<>();
    private final List<List<LedgerPart>> backups = new ArrayList<>();
    private final Set<IdentityPair> links = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();
    private final List<Referring> referring = new ArrayList<>();
    private final Map<String, SetConsent> consents = new HashMap<>();
    private final Set<String> withdrawing = new HashSet<>();
    private final Map<String, IdentityRequest> requested = new HashMap<>();
    private final List<Named> sinceAgreed = new ArrayList<>();
    private final TestPartitions partitions;
    private long events;

    /**
     * A kind of scenario.
     *
     * @param unique whether a person has one identity in the namespace crm
     * @param limited whether a customer has a limit of identities
     * @param splits requests to split
     * @param consent whether consent is set, and what becomes of ledgers when it is withdrawn
     * @param erasures requests to erase, some of them repeated
     */
    record Kind(boolean unique, boolean limited, int splits, ConsentOf consent, int erasures) {
        /** Returns what is declared about consent. Where somebody is erased, scores may be used unless they withdraw it. */
        ConsentDeclaration declared() {
            return new ConsentDeclaration(true, erasures > 0, consent == ConsentOf.SOME_KEEPING_LEDGERS);
        }
    }

    /** Who sets consent. */
    enum ConsentOf {
        NOBODY,
        SOME_KEEPING_LEDGERS,
        SOME_REMOVING_LEDGERS
    }

    /** An event with its identities, the strongest first. */
    private record Named(List<String> identities, Touchpoint event) {}

    /** An event that names an order of an identity, and not the identity. */
    private record Referring(String identity, String order, Touchpoint event) {}

    /** What was erased of an identity, as the receipts say, and the requests that gave consent to scoring since. */
    private record Erased(long until, boolean dropsLater, boolean everDropped, boolean hasAgreed) {
        boolean covers(long at) {
            return dropsLater || at <= until;
        }

        /** Entries have days; what was under way to another customer is erased with its day. */
        boolean mayCover(long at) {
            return everDropped || at <= until || Days.of(at) == Days.of(until);
        }
    }

    JoinScenario(int seed, Kind kind, MockSchemaRegistryClient registry) {
        random = new Random(seed);
        this.kind = kind;
        most = kind.limited() ? 3 + random.nextInt(5) : 1_000;
        int people = 2 + random.nextInt(7);
        for (String namespace : NAMESPACES) {
            for (int person = 0; person < people; person++) {
                identities.add(namespace + ":p" + (1 + random.nextInt(people)));
            }
        }
        JoinGuards guards = new JoinGuards(kind.unique() ? Set.of("crm") : Set.of(), most, Map.of());
        TopologyPlan plan = Plans.with(1 + random.nextInt(8), new JoinRules(RANKING, guards), kind.declared());
        partitions = new TestPartitions(random, plan, NOON, registry);
        if (kind.erasures() > 0) {
            partitions.skewClocks(MOST_SKEW);
        }
    }

    /** Runs the scenario to its end. */
    void run() {
        int count = 5 + random.nextInt(60);
        Set<Integer> cuts = new HashSet<>();
        for (int cut = 0; cut < kind.splits(); cut++) {
            cuts.add(random.nextInt(count));
        }
        Set<Integer> erased = new HashSet<>();
        for (int erasure = 0; erasure < kind.erasures(); erasure++) {
            erased.add(random.nextInt(count));
        }
        for (int number = 0; number < count; number++) {
            if (kind.erasures() > 0) {
                partitions.advance(random.nextInt(5) == 0 ? random.nextInt((int) Days.MILLIS) : random.nextInt(60_000));
            }
            send(number);
            if (erased.contains(number)) {
                backUp();
                erase(number);
            }
            if (cuts.contains(number)) {
                request(anIdentity(), null);
                if (random.nextBoolean()) {
                    linkByHand();
                }
            }
            if (kind.consent() != ConsentOf.NOBODY && random.nextInt(6) == 0) {
                requestConsent(number);
            }
            for (int steps = List.of(0, 0, 1, 3, 10, 40).get(random.nextInt(6)); steps > 0; steps--) {
                partitions.step();
            }
            if (random.nextInt(20) == 0) {
                partitions.rest();
            }
        }
        backups.forEach(backup -> backup.forEach(partitions::importPart));
        partitions.rest();
        new TreeSet<>(identities)
                .stream()
                        .filter(identity ->
                                erased(identity).filter(Erased::dropsLater).isPresent())
                        .forEach(this::agree);
    }

    /** Whoever was erased with later events agrees to be scored, and an event of theirs occurs. */
    private void agree(String identity) {
        partitions.advance(MOST_SKEW + 1);
        requestConsent("agreed-" + identity, identity, partitions.now(), new Consent(true, null));
        partitions.rest();
        partitions.advance(1);
        Touchpoint event = aTouchpoint("purchase")
                .withId("agreed-" + identity)
                .at(partitions.now())
                .byAll(List.of(identity(identity)))
                .build();
        events++;
        named.add(new Named(List.of(identity), event));
        sinceAgreed.add(new Named(List.of(identity), event));
        partitions.send(identity, event);
        partitions.rest();
    }

    private static Identity identity(String name) {
        return new Identity(name.split(":")[0], name.split(":")[1]);
    }

    /** What is stored before an erasure is imported again, as it is, at the end. */
    private void backUp() {
        if (random.nextBoolean()) {
            backups.add(partitions.exported());
        }
    }

    private void send(int number) {
        Touchpoint touchpoint = sent.isEmpty() || random.nextInt(5) > 0 ? newEvent(number) : another(number);
        events++;
        if (random.nextInt(5) == 0) {
            sendReferring(touchpoint);
        } else {
            sendNamed(touchpoint);
        }
    }

    private void sendReferring(Touchpoint event) {
        String identity = anIdentity();
        String order = anOrder(identity);
        Touchpoint touchpoint = Touchpoint.newBuilder(event)
                .setIdentities(List.of())
                .setReferences(List.of(new Reference("order", order)))
                .build();
        sent.add(touchpoint);
        referring.add(new Referring(identity, order, touchpoint));
        partitions.send(random.nextInt(10) == 0 ? anIdentity() : "order:" + order, touchpoint);
    }

    /** The name of an order says nothing of the identity. */
    private String anOrder(String identity) {
        return Integer.toHexString((identity + "-" + random.nextInt(2)).hashCode());
    }

    private void sendNamed(Touchpoint event) {
        List<Identity> all = new ArrayList<>();
        List<String> names = someIdentities();
        names.forEach(name -> all.add(identity(name)));
        String strongest = names.get(0);
        List<Reference> references = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            String order = anOrder(strongest);
            claimed.add(order);
            references.add(new Reference("order", order));
        }
        Touchpoint touchpoint = Touchpoint.newBuilder(event)
                .setIdentities(all)
                .setReferences(references)
                .build();
        sent.add(touchpoint);
        names.stream().skip(1).forEach(other -> links.add(IdentityPair.of(strongest, other)));
        names.forEach(name -> note(name, touchpoint.getConsent(), touchpoint.getOccurredAt(), touchpoint.getEventId()));
        named.add(new Named(names, touchpoint));
        partitions.send(random.nextInt(10) == 0 ? anIdentity() : strongest, touchpoint);
    }

    private static Touch touch(Touchpoint touchpoint) {
        return touchpoint.getRetracts() == null
                ? Touches.of(touchpoint)
                : Touch.retractionOf(touchpoint.getRetracts(), touchpoint.getOccurredAt());
    }

    private Touchpoint newEvent(int number) {
        TouchpointBuilder event = aTouchpoint(KINDS.get(random.nextInt(KINDS.size())))
                .withId("e-" + number)
                .on(CHANNELS.get(random.nextInt(CHANNELS.size())))
                .at(aTime(number))
                .with("region", "r" + random.nextInt(3));
        Touchpoint touchpoint = (random.nextBoolean() ? event.worth(1 + random.nextInt(9_000)) : event).build();
        if (kind.consent() != ConsentOf.NOBODY && random.nextInt(6) == 0) {
            touchpoint.setConsent(someConsent());
        }
        return touchpoint;
    }

    private Consent someConsent() {
        return random.nextBoolean() ? new Consent(flag(), null) : new Consent(flag(), flag());
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    /** At a time at which events occur, too, so that the order of arrival is not that of time. */
    private void requestConsent(int number) {
        long at = kind.erasures() > 0 && random.nextBoolean()
                ? partitions.now()
                : NOON - random.nextInt(200) * Days.MILLIS;
        requestConsent("consent-" + number, anIdentity(), at, someConsent());
    }

    private void requestConsent(String id, String identity, long at, Consent consent) {
        IdentityRequest request = IdentityRequest.newBuilder()
                .setRequestId(id)
                .setIdentity(identity)
                .setRequestedBy("officer")
                .setRequestedAt(at)
                .setConsent(consent)
                .build();
        requested.put(id, request);
        note(identity, request.getConsent(), request.getRequestedAt(), request.getRequestId());
        partitions.request(request);
    }

    private void note(String identity, Consent consent, long at, String eventId) {
        if (consent == null) {
            return;
        }
        if (consent.getScoring() != null) {
            if (!consent.getScoring()) {
                withdrawing.add(identity);
            }
            note(identity + " scoring", new SetConsent(Purpose.SCORING, consent.getScoring(), at, eventId));
        }
        if (consent.getActivation() != null) {
            note(identity + " activation", new SetConsent(Purpose.ACTIVATION, consent.getActivation(), at, eventId));
        }
    }

    /** Events that say otherwise at the same time have another id, so that time and id decide. */
    private void note(String identityAndPurpose, SetConsent now) {
        consents.merge(
                identityAndPurpose,
                now,
                (one, other) -> Comparator.comparingLong(SetConsent::at)
                                        .thenComparing(SetConsent::eventId)
                                        .compare(one, other)
                                > 0
                        ? one
                        : other);
    }

    /** Where nobody is erased, all events have other times and the clock stands still. */
    private long aTime(int number) {
        return kind.erasures() > 0 && random.nextBoolean()
                ? partitions.now() - random.nextInt(3) * 1_000
                : partitions.now() - number - random.nextInt(200) * Days.MILLIS;
    }

    /** An event once more, or its retraction. */
    private Touchpoint another(int number) {
        Touchpoint earlier = sent.get(random.nextInt(sent.size()));
        if (earlier.getRetracts() != null || random.nextInt(3) > 0) {
            return earlier;
        }
        return aTouchpoint(earlier.getKind())
                .withId("r-" + number)
                .at(earlier.getOccurredAt())
                .takingBack(earlier.getEventId())
                .build();
    }

    private List<String> someIdentities() {
        Set<String> some = new HashSet<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            some.add(anIdentity());
        }
        List<String> names = new ArrayList<>(some);
        Collections.shuffle(names, random);
        if (random.nextInt(10) < 7) {
            names.sort(RANKING);
        }
        return names;
    }

    private String anIdentity() {
        return identities.get(random.nextInt(identities.size()));
    }

    private void linkByHand() {
        String identity = anIdentity();
        String other = anIdentity();
        if (!identity.equals(other)) {
            links.add(IdentityPair.of(identity, other));
            linkedByHand.put(identity, partitions.now());
            linkedByHand.put(other, partitions.now());
            request(identity, other);
        }
    }

    private void request(String identity, String other) {
        partitions.request(IdentityRequest.newBuilder()
                .setRequestId("q-" + random.nextInt(1_000))
                .setIdentity(identity)
                .setOther(other)
                .setRequestedBy("user")
                .setRequestedAt(partitions.now())
                .build());
    }

    private void erase(int number) {
        IdentityRequest request = IdentityRequest.newBuilder()
                .setRequestId("erase-" + number)
                .setIdentity(anIdentity())
                .setRequestedBy("officer")
                .setRequestedAt(partitions.now())
                .setErasure(new Erasure(random.nextInt(3) == 0 ? LaterEvents.DROP : LaterEvents.BEGIN_ANEW))
                .build();
        erasureRequests.add(request.getRequestId());
        partitions.request(request);
        if (random.nextBoolean()) {
            partitions.request(request);
        }
    }

    private Optional<Erased> erased(String identity) {
        String hash = IdentityHash.of(identity);
        List<PrivacyReceipt> receipts = partitions.receipts().stream()
                .filter(receipt ->
                        receipt.getConsent() == null && receipt.getIdentities().contains(hash))
                .sorted(Comparator.comparingLong(PrivacyReceipt::getExecutedAt))
                .toList();
        if (receipts.isEmpty()) {
            return Optional.empty();
        }
        PrivacyReceipt last = receipts.get(receipts.size() - 1);
        long until = last.getExecutedAt();
        boolean everDropped = receipts.stream().anyMatch(JoinScenario::dropsLater);
        OptionalLong agreed = requested.values().stream()
                .filter(request -> request.getIdentity().equals(identity)
                        && Boolean.TRUE.equals(request.getConsent().getScoring()))
                .mapToLong(IdentityRequest::getRequestedAt)
                .filter(at -> at > until)
                .min();
        return Optional.of(
                dropsLater(last) && agreed.isPresent()
                        ? new Erased(agreed.getAsLong(), false, true, true)
                        : new Erased(until, dropsLater(last), everDropped, false));
    }

    /** Returns how often an identity was erased. */
    long erasures(String identity) {
        String hash = IdentityHash.of(identity);
        return partitions.receipts().stream()
                .filter(receipt ->
                        receipt.getConsent() == null && receipt.getIdentities().contains(hash))
                .count();
    }

    private static boolean dropsLater(PrivacyReceipt receipt) {
        return receipt.getLaterEvents() == LaterEvents.DROP;
    }

    private boolean isCovered(String identity, long at) {
        return erased(identity).filter(erased -> erased.covers(at)).isPresent();
    }

    /**
     * Returns the identities that were erased, and that no later event or request has named. Not those with a later event that
     * names their order: it may have come before its partition knew of the erasure.
     */
    Set<String> forgotten() {
        Set<String> forgotten = new HashSet<>(identities);
        forgotten.removeIf(identity -> erased(identity).isEmpty());
        named.forEach(event -> event.identities().stream()
                .filter(identity -> !isCovered(identity, event.event().getOccurredAt()))
                .forEach(forgotten::remove));
        referring.stream()
                .filter(event -> !isCovered(event.identity(), event.event().getOccurredAt()))
                .forEach(event -> forgotten.remove(event.identity()));
        linkedByHand.forEach((identity, at) -> {
            if (!isCovered(identity, at)) {
                forgotten.remove(identity);
            }
        });
        requested.values().stream()
                .filter(request -> !isCovered(request.getIdentity(), request.getRequestedAt()))
                .forEach(request -> forgotten.remove(request.getIdentity()));
        forgotten.removeIf(
                identity -> erased(identity).filter(Erased::hasAgreed).isPresent());
        return forgotten;
    }

    /** Returns the ids of the requests to erase. */
    Set<String> erasureRequests() {
        return erasureRequests;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the most identities of a customer. */
    int most() {
        return most;
    }

    TestPartitions partitions() {
        return partitions;
    }

    /** Returns the ledger of what must be known of each identity: what was sent under it, and certainly not erased. */
    Map<String, RelationshipLedger> least() {
        return ledgers(
                (identity, at) ->
                        erased(identity).filter(erased -> erased.mayCover(at)).isPresent(),
                identity -> erased(identity).isPresent());
    }

    /** Returns the ledger of what may be known of each identity: what was sent under it, and not erased. */
    Map<String, RelationshipLedger> greatest() {
        return ledgers(this::isCovered, identity -> false);
    }

    /** Events that name an order are left out where its owner was erased, who may be unknown since. */
    private Map<String, RelationshipLedger> ledgers(
            BiPredicate<String, Long> isErased, Predicate<String> mayBeUnknown) {
        Map<String, RelationshipLedger> ledgers = new HashMap<>();
        named.forEach(event -> add(ledgers, event.identities().get(0), event.event(), isErased));
        referring.stream()
                .filter(event -> claimed.contains(event.order()) && !mayBeUnknown.test(event.identity()))
                .forEach(event -> add(ledgers, event.identity(), event.event(), isErased));
        return ledgers;
    }

    private static void add(
            Map<String, RelationshipLedger> ledgers,
            String identity,
            Touchpoint event,
            BiPredicate<String, Long> isErased) {
        if (!isErased.test(identity, event.getOccurredAt())) {
            ledgers.computeIfAbsent(identity, first -> new RelationshipLedger(30_000))
                    .add(touch(event));
        }
    }

    /** Returns what was said last of the consent of each identity, by identity and purpose. */
    Map<String, SetConsent> consents() {
        referring.stream().filter(event -> claimed.contains(event.order())).forEach(event -> {
            Touchpoint touchpoint = event.event();
            note(event.identity(), touchpoint.getConsent(), touchpoint.getOccurredAt(), touchpoint.getEventId());
        });
        return consents;
    }

    /** Returns the identities whose consent to scoring was withdrawn at some time. */
    Set<String> withdrawing() {
        return withdrawing;
    }

    /** Returns whether consent to scoring was withdrawn at some time. */
    boolean hasWithdrawals() {
        return !withdrawing.isEmpty();
    }

    /** Returns the requests to set consent, by their ids. */
    Map<String, IdentityRequest> consentRequests() {
        return requested;
    }

    /** Returns the ledger of what must be known of each identity that has agreed to be scored after an erasure. */
    Map<String, RelationshipLedger> sinceAgreed() {
        Map<String, RelationshipLedger> ledgers = new HashMap<>();
        sinceAgreed.forEach(event -> add(ledgers, event.identities().get(0), event.event(), (identity, at) -> false));
        return ledgers;
    }

    /** Returns the number of events that name an order of which nobody's event tells whose it is. */
    long waiting() {
        return referring.stream()
                .filter(event -> !claimed.contains(event.order()))
                .count();
    }

    /** Returns the identities that were seen together, or that a user linked. */
    Set<IdentityPair> links() {
        return links;
    }

    /** Returns the number of touchpoints sent. */
    long events() {
        return events;
    }

    static IdentityRanking ranking() {
        return RANKING;
    }
}
