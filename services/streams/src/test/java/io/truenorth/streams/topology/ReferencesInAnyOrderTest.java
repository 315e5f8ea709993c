package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.RelationshipLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, their refunds and what links their customers' identities, in any order of arrival. */
class ReferencesInAnyOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CUSTOMERS = 8;
    private static final List<String> NAMESPACES = List.of("crm", "email", "anonymous");

    @TempDir
    private Path state;

    private static Identity identity(int namespace, int customer) {
        return new Identity(NAMESPACES.get(namespace), "c-" + customer);
    }

    /** The events of some customers; each customer's identities are linked, and each order is one customer's. */
    private static List<TouchpointBuilder> events(Random random, boolean allNamed) {
        List<TouchpointBuilder> events = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int linked = 1; linked < NAMESPACES.size(); linked++) {
                events.add(touch("page_viewed", events.size())
                        .byAll(List.of(identity(linked - 1, customer), identity(linked, customer))));
            }
            for (int order = 0; order < 3; order++) {
                String reference = "order:" + customer + "-" + order;
                events.add(touch("purchase", events.size())
                        .byAll(List.of(identity(random.nextInt(NAMESPACES.size()), customer)))
                        .worth(1_000 + random.nextInt(9_000))
                        .referringTo(reference));
                for (int refund = random.nextInt(3); refund > 0; refund--) {
                    TouchpointBuilder refunded = touch("refunded", events.size())
                            .byReference(reference)
                            .worth(-random.nextInt(900));
                    events.add(allNamed ? refunded.byAll(List.of(identity(0, customer))) : refunded);
                }
            }
        }
        return events;
    }

    private static TouchpointBuilder touch(String kind, int number) {
        return aTouchpoint(kind).withId("e-" + number).at("2026-02-20T11:00:00Z");
    }

    private Map<String, List<Object>> scores(List<TouchpointBuilder> events, int partitions, String directory) {
        TopologyPlan plan = Plans.with(
                TopicCatalogue.standard().withAgreedPartitions(partitions),
                new RelationshipLimits(10_000, 1L << 28, 500, 30_000));
        Map<String, RelationshipScore> last = new TreeMap<>();
        try (TopologyBench bench = new TopologyBench(plan, state.resolve(directory), NOON)) {
            events.forEach(bench::send);
            bench.scoresByCustomer().forEach((customer, score) -> {
                if (score != null) {
                    last.put(customer, score);
                }
            });
            assertThat(bench.counters().waiting()).isZero();
            assertThat(bench.counters().scored()).isEqualTo(events.size());
        }
        Map<String, List<Object>> scores = new TreeMap<>();
        last.forEach((customer, score) -> scores.put(customer, List.of(score.getScore(), score.getChannels())));
        return scores;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theScoresAreThoseOfEventsThatNameTheirCustomers(long seed) {
        Map<String, List<Object>> expected = scores(events(new Random(seed), true), 1, "named");
        assertThat(expected).hasSize(CUSTOMERS);

        for (int partitions : new int[] {1, 5}) {
            List<TouchpointBuilder> events = events(new Random(seed), false);
            Collections.shuffle(events, new Random(-seed));

            assertThat(scores(events, partitions, "in-any-order-" + partitions))
                    .as("seed %d, %d partitions", seed, partitions)
                    .isEqualTo(expected);
        }
    }
}
