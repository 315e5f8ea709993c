package io.truenorth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.customer.CustomerStates.StoredKey;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.rollup.TestSnapshots;
import io.truenorth.streams.topology.JoinScenario.ConsentOf;
import io.truenorth.streams.topology.JoinScenario.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The processors of one to eight partitions in 4 000 random scenarios: who is one customer, what each identity brought and said
 * of consent, the scores and the sums of all scopes, and that nobody comes back who was erased, whatever the order in which
 * inputs and messages are handled.
 */
class JoinScenariosTest {
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());

    private final MockSchemaRegistryClient registry = TestPartitions.registry();

    @ParameterizedTest
    @CsvSource({
        "false, false, 0, NOBODY, 0",
        "true, true, 0, NOBODY, 0",
        "false, false, 4, NOBODY, 0",
        "true, true, 6, NOBODY, 0",
        "false, false, 0, SOME_KEEPING_LEDGERS, 0",
        "true, true, 6, SOME_KEEPING_LEDGERS, 0",
        "false, false, 0, SOME_REMOVING_LEDGERS, 0",
        "true, true, 6, SOME_REMOVING_LEDGERS, 0",
        "false, false, 0, NOBODY, 2",
        "true, true, 6, NOBODY, 5",
        "true, true, 6, SOME_KEEPING_LEDGERS, 5",
        "true, true, 6, SOME_REMOVING_LEDGERS, 5"
    })
    void eachCustomerHasTheScoreOfAllEventsOfItsIdentities(
            boolean unique, boolean limited, int splits, ConsentOf consent, int erasures) {
        int scenarios = consent == ConsentOf.NOBODY && erasures == 0 ? 500 : 250;
        for (int seed = 0; seed < scenarios; seed++) {
            JoinScenario scenario =
                    new JoinScenario(seed, new Kind(unique, limited, splits, consent, erasures), registry);
            scenario.run();
            new Outcome("seed " + seed, scenario).check();
        }
    }

    /** What became of a scenario. */
    private static final class Outcome {
        private final String name;
        private final JoinScenario scenario;
        private final Map<String, StoredKey> keys = new TreeMap<>();
        private final Map<String, String> customerOf = new TreeMap<>();

        private Outcome(String name, JoinScenario scenario) {
            this.name = name;
            this.scenario = scenario;
            scenario.partitions().keys().forEach(key -> keys.put(key.id(), key));
        }

        private void check() {
            assertEachIdentityHasOneCustomer();
            assertGuards();
            assertLinkedIdentitiesAreOneCustomer();
            assertConsents();
            assertWithdrawalsHold();
            assertReceipts();
            assertLedgers();
            assertScores();
            assertSums();
            assertCounters();
            assertRedirects();
            assertErasedAreForgotten();
        }

        private List<CustomerIdentities> customers() {
            return keys.values().stream()
                    .map(key -> key.identities().customer())
                    .filter(customer -> customer.redirect() == null)
                    .toList();
        }

        private void assertEachIdentityHasOneCustomer() {
            for (CustomerIdentities customer : customers()) {
                assertThat(customer.waitsFor())
                        .as("%s: %s waits", name, customer.id())
                        .isNull();
                assertThat(customer.queue())
                        .as("%s: queue of %s", name, customer.id())
                        .isEmpty();
                Set<String> members = customer.members().keySet();
                assertThat(customer.id()).as(name).isEqualTo(Collections.min(members, JoinScenario.ranking()));
                members.forEach(identity -> assertThat(customerOf.put(identity, customer.id()))
                        .as("%s: %s has two customers", name, identity)
                        .isNull());
            }
            keys.forEach((id, key) -> assertThat(end(key.identities().node().customer()))
                    .as("%s: the customer of %s", name, id)
                    .isEqualTo(customerOf.get(id)));
        }

        private String end(String customer) {
            StoredKey key = keys.get(customer);
            String redirect = key == null ? null : key.identities().customer().redirect();
            return redirect == null ? customer : end(redirect);
        }

        private void assertGuards() {
            for (CustomerIdentities customer : customers()) {
                Set<String> members = customer.members().keySet();
                assertThat(members).as(name).hasSizeLessThanOrEqualTo(scenario.most());
                if (scenario.kind().unique()) {
                    assertThat(members)
                            .as(name)
                            .filteredOn(identity -> identity.startsWith("crm:"))
                            .hasSizeLessThan(2);
                }
                customer.barred()
                        .forEach(pair -> assertThat(members.contains(pair.first()) && members.contains(pair.second()))
                                .as("%s: %s was split and is one again", name, pair)
                                .isFalse());
            }
        }

        /** Whoever is apart was refused or split; without guards and splits these are the groups that links make. */
        private void assertLinkedIdentitiesAreOneCustomer() {
            Set<IdentityPair> refused = scenario.partitions().identityEvents().stream()
                    .filter(event -> event.getType() == IdentityEventType.REFUSED)
                    .map(event -> IdentityPair.of(event.getFirst(), event.getSecond()))
                    .collect(Collectors.toSet());
            Set<String> split = scenario.partitions().identityEvents().stream()
                    .filter(event -> event.getType() == IdentityEventType.SPLIT)
                    .flatMap(event -> event.getIdentities().stream())
                    .collect(Collectors.toSet());
            for (IdentityPair link : scenario.kind().erasures() > 0 ? Set.<IdentityPair>of() : scenario.links()) {
                if (!refused.contains(link) && !split.contains(link.first()) && !split.contains(link.second())) {
                    assertThat(customerOf.get(link.first()))
                            .as("%s: %s", name, link)
                            .isEqualTo(customerOf.get(link.second()));
                }
            }
            Groups groups = new Groups(scenario.links());
            for (CustomerIdentities customer : customers()) {
                assertThat(customer.members().keySet().stream().map(groups::of).distinct())
                        .as("%s: the members of %s are linked", name, customer.id())
                        .hasSize(1);
            }
        }

        /** What is stored of consent, by identity and purpose. */
        private Map<String, SetConsent> said() {
            Map<String, SetConsent> found = new TreeMap<>();
            keys.forEach((id, key) -> key.consents().forEach((identity, said) -> {
                assertThat(customerOf.getOrDefault(identity, identity))
                        .as("%s: who has the consent of %s", name, identity)
                        .isEqualTo(id);
                said.forEach(set -> found.put(identity + " " + set.purpose().contractName(), set));
            }));
            return found;
        }

        private void assertConsents() {
            if (scenario.kind().erasures() == 0) {
                assertThat(said()).as(name).isEqualTo(new TreeMap<>(scenario.consents()));
            }
        }

        /**
         * What a request has withdrawn and nothing later has given is withdrawn, whatever was erased meanwhile, and in whichever
         * order they came: but a second erasure has later events begin anew, if it says so.
         */
        private void assertWithdrawalsHold() {
            scenario.consents().forEach((of, set) -> {
                String identity = of.split(" ")[0];
                RelationshipScore score =
                        scenario.partitions().scores().get(customerOf.getOrDefault(identity, identity));
                if (score == null || set.given() || !scenario.consentRequests().containsKey(set.eventId())) {
                    return;
                }
                if (set.purpose() == Purpose.ACTIVATION) {
                    assertThat(score.getActivation()).as("%s: %s", name, of).isFalse();
                } else {
                    assertThat(scenario.erasures(identity))
                            .as("%s: %s is withdrawn, erased", name, of)
                            .isGreaterThan(1);
                }
            });
        }

        /** Each request has a receipt. The latest that was set is still held, as nothing later was said. */
        private void assertReceipts() {
            Map<String, PrivacyReceipt> receipts = new TreeMap<>();
            scenario.partitions().receipts().stream()
                    .filter(receipt -> receipt.getConsent() != null)
                    .forEach(receipt -> receipts.put(receipt.getRequestId(), receipt));
            assertThat(receipts.keySet())
                    .as(name)
                    .isEqualTo(scenario.consentRequests().keySet());
            receipts.forEach((id, receipt) -> {
                assertThat(receipt.getIdentities())
                        .as(name)
                        .containsExactly(IdentityHash.of(
                                scenario.consentRequests().get(id).getIdentity()));
                boolean holds = scenario.consents().values().stream()
                        .anyMatch(set -> set.eventId().equals(id));
                if (holds && scenario.kind().erasures() == 0) {
                    assertThat(receipt.getOutcome()).as(name).isEqualTo(PrivacyOutcome.CONSENT_SET);
                }
            });
        }

        /** The strictest of all identities, or what is declared. */
        private boolean allows(String customer, String purpose, boolean declared) {
            Set<Boolean> said = said().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(" " + purpose))
                    .filter(entry -> {
                        String identity = entry.getKey().split(" ")[0];
                        return customerOf.getOrDefault(identity, identity).equals(customer);
                    })
                    .map(entry -> entry.getValue().given())
                    .collect(Collectors.toSet());
            return said.isEmpty() ? declared : !said.contains(false);
        }

        private Map<String, RelationshipLedger> stored() {
            Map<String, RelationshipLedger> found = new HashMap<>();
            for (StoredKey key : keys.values()) {
                key.ledgers().forEach((identity, ledger) -> {
                    if (!ledger.equals(new RelationshipLedger(30_000))) {
                        assertThat(customerOf).as(name).containsEntry(identity, key.id());
                        assertThat(found.put(identity, ledger))
                                .as("%s: %s", name, identity)
                                .isNull();
                    }
                });
            }
            return found;
        }

        /**
         * What is certainly not erased is stored, unless scoring was withdrawn, and nothing is that was erased. Of an identity
         * whose own consent is withdrawn nothing is stored, unless ledgers are kept.
         */
        private void assertLedgers() {
            Map<String, RelationshipLedger> found = stored();
            Map<String, RelationshipLedger> least = scenario.least();
            Map<String, RelationshipLedger> most = scenario.greatest();
            if (!scenario.hasWithdrawals() && least.equals(most)) {
                assertThat(found).as(name).isEqualTo(most);
            }
            Groups groups = new Groups(scenario.links());
            Set<String> withdrawn =
                    scenario.withdrawing().stream().map(groups::of).collect(Collectors.toSet());
            least.forEach((identity, ledger) -> {
                if (!withdrawn.contains(groups.of(identity))) {
                    assertIsPart(
                            ledger,
                            found.getOrDefault(identity, new RelationshipLedger(30_000)),
                            "lost of " + identity);
                }
            });
            found.forEach((identity, ledger) -> assertIsPart(
                    ledger, most.getOrDefault(identity, new RelationshipLedger(30_000)), "came back of " + identity));
            scenario.sinceAgreed()
                    .forEach((identity, ledger) -> assertIsPart(
                            ledger,
                            found.getOrDefault(identity, new RelationshipLedger(30_000)),
                            "lost since consent was given of " + identity));
            if (scenario.kind().consent() == ConsentOf.SOME_REMOVING_LEDGERS) {
                said().forEach((of, set) -> {
                    if (of.endsWith(" scoring") && !set.given()) {
                        assertThat(found).as(name).doesNotContainKey(of.split(" ")[0]);
                    }
                });
            }
        }

        private void assertIsPart(RelationshipLedger part, RelationshipLedger whole, String what) {
            assertThat(whole.union(part)).as("%s: %s", name, what).isEqualTo(whole);
        }

        private void assertErasedAreForgotten() {
            List<String> stored = scenario.partitions().stored().stream()
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .toList();
            for (String identity : scenario.forgotten()) {
                assertThat(stored.stream().filter(bytes -> bytes.contains(identity)))
                        .as("%s: %s was erased", name, identity)
                        .isEmpty();
                assertThat(scenario.partitions().scores()).as(name).doesNotContainKey(identity);
                assertThat(scenario.partitions().redirects())
                        .as(name)
                        .doesNotContainKey(identity)
                        .doesNotContainValue(identity);
            }
            assertThat(scenario.partitions().receipts())
                    .as("%s: each request is executed once", name)
                    .extracting(PrivacyReceipt::getRequestId)
                    .filteredOn(id -> id.startsWith("erase-"))
                    .containsExactlyInAnyOrderElementsOf(scenario.erasureRequests());
        }

        private void assertScores() {
            Map<String, RelationshipLedger> ledgers = new TreeMap<>();
            stored().forEach((identity, ledger) -> ledgers.computeIfAbsent(
                            customerOf.get(identity), first -> new RelationshipLedger(30_000))
                    .addAll(ledger));
            ledgers.values().removeIf(ledger -> ledger.firstDay().isEmpty());
            ledgers.keySet().removeIf(customer -> !allows(customer, "scoring", true));
            Map<String, RelationshipScore> scores = scenario.partitions().scores();
            assertThat(scores.keySet()).as(name).isEqualTo(ledgers.keySet());
            Map<String, Long> expected = new TreeMap<>();
            ledgers.forEach((customer, ledger) -> expected.put(
                    customer,
                    SCORING.assess(ledger, scores.get(customer).getScoredAt())
                            .explanation()
                            .snapshot()
                            .contributions()
                            .sum()));
            Map<String, Long> published = new TreeMap<>();
            scores.forEach((customer, score) -> published.put(customer, score.getScore()));
            assertThat(published).as(name).isEqualTo(expected);
            scenario.partitions()
                    .scores()
                    .forEach((customer, score) -> assertThat(score.getActivation())
                            .as("%s: activation of %s", name, customer)
                            .isEqualTo(allows(
                                    customer,
                                    "activation",
                                    scenario.kind().declared().activation())));
        }

        private void assertSums() {
            if (scenario.partitions().scopes().isEmpty()) {
                assertThat(scenario.partitions().scores()).as(name).isEmpty();
                return; // nobody was ever scored
            }
            PublishedSums sums = new PublishedSums();
            List<RelationshipScore> scores =
                    new ArrayList<>(scenario.partitions().scores().values());
            sums.read(
                    scores,
                    scenario.partitions().scopes().entrySet().stream()
                            .map(scope -> TestSnapshots.of(scope.getKey(), scope.getValue()))
                            .toList());
            sums.assertExact(List.of("region", "tier"));
        }

        private void assertCounters() {
            TouchpointCounters counters = scenario.partitions().counters();
            assertThat(counters.received()).as(name).isEqualTo(scenario.events());
            assertThat(counters.scored()
                            + counters.duplicates()
                            + counters.failed()
                            + counters.waiting()
                            + counters.suppressed())
                    .as(name)
                    .isEqualTo(scenario.events());
            assertThat(counters.waiting())
                    .as(name)
                    .isEqualTo(scenario.partitions().waiting());
            if (scenario.kind().erasures() == 0) {
                assertThat(counters.waiting()).as(name).isEqualTo(scenario.waiting());
            }
            if (scenario.kind().erasures() == 0 && !scenario.hasWithdrawals()) {
                assertThat(counters.suppressed()).as(name).isZero();
            }
            assertThat(scenario.partitions().failed()).as(name).isZero();
        }

        private void assertRedirects() {
            Map<String, String> expected = new TreeMap<>();
            for (StoredKey key : keys.values()) {
                String redirect = key.identities().customer().redirect();
                if (redirect != null) {
                    expected.put(key.id(), redirect);
                    assertThat(redirect)
                            .as("%s: the redirect of %s", name, key.id())
                            .isEqualTo(customerOf.get(key.id()));
                }
            }
            assertThat(scenario.partitions().redirects()).as(name).isEqualTo(expected);
            if (scenario.kind().splits() > 0) {
                return; // who left with others has their customer, who took in nobody
            }
            Set<String> joined = scenario.partitions().identityEvents().stream()
                    .filter(event -> event.getType() == IdentityEventType.JOINED)
                    .map(IdentityEvent::getCustomer)
                    .collect(Collectors.toCollection(HashSet::new));
            assertThat(joined).as("%s: who took in another", name).containsAll(new HashSet<>(expected.values()));
        }
    }

    /** Groups of identities that are linked, directly or through others. */
    private static final class Groups {
        private final Map<String, String> parents = new HashMap<>();

        private Groups(Set<IdentityPair> links) {
            links.forEach(link -> parents.put(of(link.first()), of(link.second())));
        }

        private String of(String identity) {
            String parent = parents.getOrDefault(identity, identity);
            return parent.equals(identity) ? identity : of(parent);
        }
    }
}
