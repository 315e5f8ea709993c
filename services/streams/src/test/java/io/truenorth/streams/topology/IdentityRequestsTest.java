package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to link and to split, and those that are refused and change nothing. */
class IdentityRequestsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Identity ACCOUNT = new Identity("crm", "c-1");
    private static final Identity CARD = new Identity("card", "7");

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(Plans.standard(), state, NOON);
        bench.send(purchase("1", ACCOUNT));
        bench.send(purchase("2", CARD));
        bench.scoresByCustomer();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static TouchpointBuilder purchase(String id, Identity... identities) {
        return aTouchpoint("purchase").withId(id).byAll(List.of(identities)).at("2026-02-20T11:00:00Z");
    }

    private void assertFailed(FailureReason reason, String path) {
        assertThat(bench.failed()).singleElement().satisfies(record -> {
            FailedTouchpoint failure = FailedTouchpoint.read(record.headers());
            assertThat(failure.reason()).isEqualTo(reason.name());
            assertThat(failure.path()).isEqualTo(path);
        });
        assertThat(bench.scoresByCustomer()).isEmpty();
    }

    @Test
    void aLinkJoinsAndASplitGivesEachItsOwnScoreAgain() {
        bench.request("card:7", "crm:c-1");
        Map<String, RelationshipScore> joined = bench.scoresByCustomer();
        assertThat(joined.get("card:7")).as("withdrawn").isNull();
        assertThat(joined.get("crm:c-1").getInboundTouches()).isEqualTo(2);

        bench.request("card:7", null);
        assertThat(bench.scoresByCustomer())
                .hasEntrySatisfying(
                        "card:7", score -> assertThat(score.getInboundTouches()).isEqualTo(1))
                .hasEntrySatisfying(
                        "crm:c-1",
                        score -> assertThat(score.getInboundTouches()).isEqualTo(1));

        bench.send(purchase("3", ACCOUNT, CARD));
        assertThat(bench.scoresByCustomer()).containsOnlyKeys("crm:c-1");
    }

    @Test
    void aRequestThatIsSentTwiceHasTheEffectOfOne() {
        bench.request("card:7", "crm:c-1");
        bench.scoresByCustomer();
        bench.request("card:7", "crm:c-1");
        assertThat(bench.scoresByCustomer()).isEmpty();
    }

    @Test
    void aSplitOfWhatIsNotJoinedChangesNothingAndIsTold() {
        bench.request("card:7", null);
        bench.request("card:8", null);

        assertThat(bench.scoresByCustomer()).isEmpty();
        assertThat(bench.failed()).isEmpty();
        assertThat(bench.identityEvents())
                .extracting(IdentityEvent::getType, IdentityEvent::getCustomer, IdentityEvent::getIdentities)
                .containsExactly(
                        tuple(IdentityEventType.NOT_SPLIT, "card:7", List.of("card:7")),
                        tuple(IdentityEventType.NOT_SPLIT, "card:8", List.of("card:8")));
    }

    @Test
    void linksBetweenNonsenseAreRefused() {
        bench.request("card:7", "nobody");
        assertFailed(FailureReason.INVALID_IDENTITY, "other");
        bench.request("card:7", "email:null");
        assertFailed(FailureReason.BLOCKED_IDENTITY, "other");
        bench.request("card:7", "card:7");
        assertFailed(FailureReason.INVALID_IDENTITY, "other");
        bench.request("card:", null);
        assertFailed(FailureReason.INVALID_IDENTITY, "identity");
        bench.request("card:7", "crm:" + "x".repeat(2_000));
        assertFailed(FailureReason.OVERSIZED, "other");
    }

    @Test
    void anEventWithAThousandIdentitiesIsRefused() {
        Identity[] identities = new Identity[1_000];
        for (int i = 0; i < identities.length; i++) {
            identities[i] = new Identity("anonymous", "a-" + i);
        }
        bench.send(purchase("4", identities));
        assertFailed(FailureReason.TOO_MANY_IDENTITIES, "identities");
    }

    @Test
    void anEventWithALongSourceIsRefusedAsItIsTheEvidenceOfLinks() {
        Touchpoint touchpoint = purchase("5", ACCOUNT, CARD).build();
        touchpoint.setSource("s".repeat(1_001));
        bench.send(touchpoint);
        assertFailed(FailureReason.OVERSIZED, "source");
    }
}
