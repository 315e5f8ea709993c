package io.truenorth.dashboard.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.moves.MovesSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the customers are like, what is said of them is so. */
class OpportunitiesTest {
    private static final int LOOKS = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSaidIsSoOfThoseWhoAreListed(long seed) {
        RandomCustomers random = new RandomCustomers(seed).withDifferences();
        Population people = random.population();

        for (Opportunity opportunity : found(people, random.moves())) {
            Said said = Said.by(opportunity);
            ListedCustomers listed = ListedCustomers.of(opportunity, people, random.moves());
            assertThat(said.share()).as(opportunity.sentence()).isGreaterThan(said.shareElsewhere());
            assertThat(listed.shown()).as(opportunity.sentence()).isEqualTo(said.hit());
            assertThat(opportunity.customers()).as(opportunity.sentence()).isEqualTo(said.hit());
            assertThat(listed.named()).as(opportunity.sentence()).isEqualTo(said.customers());
            assertThat(said.share())
                    .as(opportunity.sentence())
                    .isEqualTo(said.rounded(100.0 * said.hit() / said.customers()));
            assertThat(said.shareElsewhere())
                    .as(opportunity.sentence())
                    .isEqualTo(said.rounded(100 * listed.shareElsewhere()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theChartShowsTheSharesThatAreTold(long seed) {
        RandomCustomers random = new RandomCustomers(seed).withDifferences();

        for (Opportunity opportunity : found(random.population(), random.moves())) {
            Said said = Said.by(opportunity);

            assertThat(opportunity.evidence().bars())
                    .filteredOn(Opportunity.Bar::marked)
                    .singleElement()
                    .satisfies(bar -> assertThat(said.rounded(bar.value())).isEqualTo(said.share()));
            assertThat(opportunity.evidence().bars())
                    .filteredOn(bar -> bar.label().equals("others"))
                    .singleElement()
                    .satisfies(bar -> assertThat(said.rounded(bar.value())).isEqualTo(said.shareElsewhere()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoAreRankedFirstHaveMostPointsInExcessOfWhatIsTold(long seed) {
        RandomCustomers random = new RandomCustomers(seed).withDifferences();
        Population people = random.population();
        List<Opportunity> found = found(people, random.moves()).stream()
                .filter(opportunity -> opportunity.kind() != Opportunity.Kind.SINGLE_CHANNEL)
                .toList();

        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Opportunity::impact).reversed());
        for (Opportunity opportunity : found) {
            ListedCustomers listed = ListedCustomers.of(opportunity, people, random.moves());
            double excess = listed.shown() - listed.named() * listed.shareElsewhere();
            assertThat(opportunity.impact())
                    .as(opportunity.sentence())
                    .isCloseTo(excess * listed.meanPoints(), within(1e-6));
        }
    }

    @Test
    void whereCustomersAreAlikeNextToNothingIsNamed() {
        List<String> named = new ArrayList<>();
        for (long seed = 1; seed <= LOOKS; seed++) {
            RandomCustomers random = new RandomCustomers(seed);
            for (Opportunity opportunity : found(random.population(), random.moves())) {
                named.add("seed " + seed + ": " + opportunity.sentence());
            }
        }

        assertThat(named).as("one look in a hundred at the most").hasSizeLessThanOrEqualTo(LOOKS / 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aChannelThatOffendsComesFirst(long seed) {
        RandomCustomers random = new RandomCustomers(seed).offendedBy("app", 0.35);

        assertThat(found(random.population(), random.moves()))
                .extracting(Opportunity::id)
                .startsWith("costly-channel:app");
    }

    private static List<Opportunity> found(Population people, MovesSource moves) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC);
        return new Insights(people.customers(), people.snapshots(), moves, clock).opportunities(30);
    }
}
