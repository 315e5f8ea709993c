package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.Scenario.DivisiveProduct;
import io.truenorth.simulator.Scenario.HurtingChannel;
import io.truenorth.simulator.Scenario.SingleChannelSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(540));
    private static final SimulationConfig CONFIG = SimulationConfig.of(7, 500, START);

    @Test
    void aChannelThatHurtsDoesSoInItsTimeOnly() {
        Instant from = START.plus(Duration.ofDays(270));
        Scenario scenario =
                new Scenario(List.of(new HurtingChannel(Vocabulary.APP, from, END, 0.5)), List.of(), List.of());

        assertThat(tickets(scenario, START, from)).isEqualTo(tickets(Scenario.NONE, START, from));
        assertThat(tickets(scenario, from, END)).isGreaterThan(2 * tickets(Scenario.NONE, from, END));
    }

    @Test
    void aSegmentOfOneChannelVisitsNoOther() {
        Scenario scenario = new Scenario(
                List.of(), List.of(new SingleChannelSegment("region", "west", Vocabulary.STORE)), List.of());
        Map<String, String> regions = new HashMap<>();
        Map<String, Set<String>> visited = new HashMap<>();
        new Simulation(CONFIG.with(scenario)).forEachUntil(END.toEpochMilli(), touch -> {
            String region = touch.attributes().get("region");
            if (region != null) {
                regions.put(touch.person(), region);
            }
            if (Set.of("page_viewed", "app_opened", "store_visited").contains(touch.kind())) {
                visited.computeIfAbsent(regions.get(touch.person()), key -> new HashSet<>())
                        .add(touch.channel());
            }
        });

        assertThat(visited.get("west")).containsExactly(Vocabulary.STORE);
        assertThat(visited.get("east")).contains(Vocabulary.WEB, Vocabulary.APP, Vocabulary.STORE);
    }

    @Test
    void aProductThatDividesIsSpokenAgainst() {
        Scenario scenario = new Scenario(List.of(), List.of(), List.of(new DivisiveProduct("sextant", 0.8)));
        Predicate<SimulatedTouch> against =
                touch -> touch.subject().equals("sextant") && touch.sentiment() == Sentiment.NEGATIVE;

        assertThat(count(scenario, against)).isGreaterThan(3 * count(Scenario.NONE, against));
    }

    @Test
    void anUnknownWordIsRefusedWithTheOnesThatExist() {
        assertThatThrownBy(() -> new HurtingChannel("fax", START, END, 0.1)).hasMessageContaining("one of [web, app");
        assertThatThrownBy(() -> new SingleChannelSegment("shoe", "42", "web")).hasMessageContaining("region");
        assertThatThrownBy(() -> new SingleChannelSegment("region", "up", "web"))
                .hasMessageContaining("north");
        assertThatThrownBy(() -> new DivisiveProduct("anvil", 0.1)).hasMessageContaining("compass");
        assertThatThrownBy(() -> new DivisiveProduct("compass", 1.1)).hasMessageContaining("1.1");
    }

    private static long tickets(Scenario scenario, Instant from, Instant until) {
        return count(
                scenario,
                touch -> touch.kind().equals("ticket_opened")
                        && touch.direction() == Direction.INBOUND
                        && touch.knownAt() >= from.toEpochMilli()
                        && touch.knownAt() < until.toEpochMilli());
    }

    private static long count(Scenario scenario, Predicate<SimulatedTouch> wanted) {
        List<SimulatedTouch> found = new ArrayList<>();
        new Simulation(CONFIG.with(scenario)).forEachUntil(END.toEpochMilli(), touch -> {
            if (wanted.test(touch)) {
                found.add(touch);
            }
        });
        return found.size();
    }
}
