package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.RelationshipScore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities that are seen together become one customer, whose score is that of all their events. */
class JoiningTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path state;

    private static TouchpointBuilder touch(String kind, String... identities) {
        return aTouchpoint(kind).at("2026-02-20T11:00:00Z").byAll(identities(identities));
    }

    private static List<Identity> identities(String... identities) {
        return Arrays.stream(identities)
                .map(identity -> identity.split(":", 2))
                .map(parts -> new Identity(parts[0], parts[1]))
                .toList();
    }

    @Test
    void whoSignsUpBringsWhatTheyDidBefore() {
        RelationshipScore expected;
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state.resolve("a"), NOON)) {
            bench.send(touch("page_viewed", "crm:c-1").withId("1"));
            bench.send(touch("review_posted", "crm:c-1").on("community").withId("2"));
            bench.send(touch("purchase", "crm:c-1").worth(2_000).withId("3"));
            expected = bench.scoresByCustomer().get("crm:c-1");
        }
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state.resolve("b"), NOON)) {
            bench.send(touch("page_viewed", "anonymous:a-1").withId("1"));
            bench.send(touch("review_posted", "anonymous:a-1").on("community").withId("2"));
            bench.send(
                    touch("purchase", "crm:c-1", "anonymous:a-1").worth(2_000).withId("3"));

            Map<String, RelationshipScore> scores = bench.scoresByCustomer();
            assertThat(scores.get("anonymous:a-1")).as("withdrawn").isNull();
            assertThat(scores.get("crm:c-1").getScore()).isEqualTo(expected.getScore());
            assertThat(scores.get("crm:c-1").getChannels()).isEqualTo(expected.getChannels());

            bench.send(touch("page_viewed", "anonymous:a-1").withId("4"));
            assertThat(bench.scoresByCustomer()).containsOnlyKeys("crm:c-1");
        }
    }

    @Test
    void theSumsOfScopesAreExactAcrossJoins() {
        Random random = new Random(7);
        PublishedSums sums = new PublishedSums();
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            for (int event = 0; event < 600; event++) {
                List<String> named = new ArrayList<>();
                for (String namespace : List.of("crm", "email", "anonymous")) {
                    if (random.nextInt(3) == 0) {
                        named.add(namespace + ":" + random.nextInt(30));
                    }
                }
                if (!named.isEmpty()) {
                    bench.send(touch(random.nextBoolean() ? "purchase" : "review_posted", named.toArray(new String[0]))
                            .with("region", "r" + random.nextInt(3)));
                }
            }
            sums.read(bench.scoresByCustomer(), bench.snapshots());
            bench.advance(Duration.ofDays(30));
            sums.read(bench.scoresByCustomer(), bench.snapshots());
        }
        sums.assertExact(List.of("region", "tier"));
    }
}
