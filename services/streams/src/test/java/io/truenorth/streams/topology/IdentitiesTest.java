package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.FailedTouchpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity of a touchpoint sent to the topic without passing the gateway. */
class IdentitiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(Plans.standard(), state, NOON);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** With identities {@code namespace:value}. */
    private static TouchpointBuilder of(String... identities) {
        return aTouchpoint("purchase")
                .at("2026-03-01T08:00:00Z")
                .byAll(Arrays.stream(identities)
                        .map(identity -> identity.split(":", 2))
                        .map(parts -> new Identity(parts[0], parts[1]))
                        .toList());
    }

    private List<String> customers() {
        return bench.scores().stream().map(RelationshipScore::getCustomer).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:undefined", "crm: Guest ", "email:ann@example.com", "device:0000-0000", "user:"})
    void placeholdersAreSkippedForTheNextIdentity(String nobody) {
        bench.send(of(nobody, "anonymous:a-1"));
        bench.send(of("anonymous:a-1"));

        assertThat(customers()).containsOnly("anonymous:a-1");
        assertThat(bench.counters().rekeyed()).isEqualTo(1);
        assertThat(bench.counters().scored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "[object Object]", "NULL", "test@test.com", "-1"})
    void aTouchpointWithPlaceholdersOnlyFails(String nobody) {
        bench.send(of("user:" + nobody, "crm:null"));

        FailedTouchpoint why = FailedTouchpoint.read(bench.failed().get(0).headers());
        assertThat(why.reason() + " at " + why.path()).isEqualTo("BLOCKED_IDENTITY at identities[0].value");
        assertThat(why.message()).startsWith("expected a customer's identity in the namespace user, was ");
        assertThat(bench.scores()).isEmpty();
    }

    @Test
    void twoFormsOfOneNameAreOneCustomer() {
        bench.send(of("crm:Zoe\u0308"));
        bench.send(of("crm:Zo\u00eb"));

        assertThat(customers()).containsOnly("crm:Zo\u00eb");
        assertThat(bench.counters().scored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "crm:ann\u200b, web, '', HIDDEN_CHARACTER at identities[0].value",
        "crm:c-1, web, nor\u200dth, HIDDEN_CHARACTER at attributes",
        "crm:c-1, \u202eweb, '', HIDDEN_CHARACTER at channel",
        "crm:c-1, undefined, '', INVALID_TEXT at channel",
    })
    void hiddenCharactersAndMissingValuesFail(String identity, String channel, String region, String expected) {
        bench.send(of(identity).on(channel).with("region", region));

        FailedTouchpoint why = FailedTouchpoint.read(bench.failed().get(0).headers());
        assertThat(why.reason() + " at " + why.path()).isEqualTo(expected);
    }

    @Test
    void anIdThatIsAMissingValueFails() {
        bench.send(of("crm:c-1").withId("undefined"));

        FailedTouchpoint why = FailedTouchpoint.read(bench.failed().get(0).headers());
        assertThat(why.reason() + " at " + why.path()).isEqualTo("INVALID_TEXT at eventId");
    }

    @Test
    void anAttributeThatSaysNothingTakesNothingAway() {
        bench.send(of("crm:c-1").with("region", "north"));
        bench.send(of("crm:c-1")
                .at("2026-03-01T09:00:00Z")
                .with("region", "undefined")
                .with("tier", "[object Object]"));

        assertThat(bench.scores())
                .last()
                .satisfies(score -> assertThat(score.getAttributes()).isEqualTo(Map.of("region", "north")));
    }
}
