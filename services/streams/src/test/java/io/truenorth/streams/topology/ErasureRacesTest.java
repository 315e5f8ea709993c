package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.streams.consent.ConsentDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasures while something is under way between partitions, which go on in random order. */
class ErasureRacesTest {
    private static final int SEEDS = 300;
    private static final String CRM = "crm:ann";
    private static final String CARD = "card:ann-7";

    private final MockSchemaRegistryClient registry = TestPartitions.registry();
    private TestPartitions partitions;
    private Random random;

    private void start(int seed) {
        random = new Random(seed);
        partitions = new TestPartitions(
                random,
                Plans.with(1 + random.nextInt(8), JoinRules.standard(), ConsentDeclaration.standard()),
                JoinScenario.NOON,
                registry);
    }

    private void goOn(int most) {
        for (int left = random.nextInt(most); left > 0; left--) {
            partitions.step();
        }
    }

    private void send(String id, String... identities) {
        partitions.send(identities[0], purchase(id, identities).build());
    }

    private TouchpointBuilder purchase(String id, String... identities) {
        List<Identity> all = new ArrayList<>();
        for (String identity : identities) {
            String[] parts = identity.split(":", 2);
            all.add(new Identity(parts[0], parts[1]));
        }
        return aTouchpoint("purchase").withId(id).at(partitions.now()).byAll(all);
    }

    private IdentityRequest.Builder request(String id, String identity) {
        return IdentityRequest.newBuilder()
                .setRequestId(id)
                .setIdentity(identity)
                .setRequestedBy("officer")
                .setRequestedAt(partitions.now());
    }

    private void erase(String identity, LaterEvents laterEvents) {
        partitions.request(request("erase-1", identity)
                .setErasure(new Erasure(laterEvents))
                .build());
    }

    private List<String> erased() {
        return partitions.receipts().stream()
                .filter(receipt -> receipt.getConsent() == null)
                .map(PrivacyReceipt::getIdentities)
                .findFirst()
                .orElseThrow();
    }

    /** The objection is known before the join, by a request or while the one who joins waits for the answer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anObjectionThatIsOnItsWayInAJoinIsNotLost(boolean beforeTheJoin) {
        int together = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            start(seed);
            send("1", CARD);
            send("2", CRM);
            partitions.rest();
            if (beforeTheJoin) {
                object();
                partitions.rest();
            }
            send("3", CRM, CARD);
            goOn(12);
            if (!beforeTheJoin) {
                object();
            }
            erase(CRM, LaterEvents.BEGIN_ANEW);
            partitions.rest();
            partitions.advance(60_000);
            send("4", CARD);
            send("5", CRM);
            partitions.rest();

            assertThat(partitions.scores()).as("seed %s", seed).doesNotContainKey(CARD);
            if (erased().contains(IdentityHash.of(CARD))) {
                together++;
                assertThat(partitions.scores())
                        .as("seed %s: they objected, and were erased together", seed)
                        .isEmpty();
            }
        }
        assertThat(together).as("joins that came before the erasure").isBetween(1, SEEDS);
    }

    private void object() {
        partitions.request(
                request("consent-1", CARD).setConsent(new Consent(false, null)).build());
    }

    @Test
    void whatWaitsIsSuppressedIfItsOwnerIsErasedWhileTheClaimIsOnItsWay() {
        int suppressed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            start(seed);
            partitions.send(
                    "order:1017",
                    aTouchpoint("refund")
                            .withId("1")
                            .at(partitions.now())
                            .byReference("order:1017")
                            .build());
            partitions.rest();
            partitions.send(CRM, purchase("2", CRM).referringTo("order:1017").build());
            goOn(4);
            erase(CRM, LaterEvents.DROP);
            partitions.rest();

            boolean isClaimed = partitions.counters().scored() > 0;
            assertThat(partitions.counters().waiting())
                    .as("seed %s: the claim came before the erasure: %s", seed, isClaimed)
                    .isEqualTo(isClaimed ? 0 : 1);
            suppressed += isClaimed && partitions.counters().suppressed() > 0 ? 1 : 0;
        }
        assertThat(suppressed).as("claims that were on their way").isPositive();
    }
}
