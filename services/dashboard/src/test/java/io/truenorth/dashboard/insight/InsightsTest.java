package io.truenorth.dashboard.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.Population.Someone;
import io.truenorth.dashboard.moves.KnownMoves;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private static final long LONG_AGO = Population.NOW - 200L * 86_400_000;

    @Test
    void whereNothingIsWrongNothingIsFound() {
        assertThat(found(crowd())).isEmpty();
    }

    @Test
    void aChannelWhoseCustomersSpeakAgainstUsIsNamed() {
        Population people = crowd();
        for (int i = 0; i < 40; i++) {
            people.add("app" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .on("app", 30_000_000)
                    .on("web", 1)
                    .against(0.6)
                    .known();
        }

        Opportunity first = found(people).get(0);

        assertThat(first.id()).isEqualTo("costly-channel:app");
        assertThat(first.customers()).isEqualTo(40);
        assertThat(first.sentence()).startsWith("40 of 40 customers whose main channel is app are detractors");
        assertThat(first.href()).isEqualTo("/customers?main=app&detractor=true");
    }

    @Test
    void aProductThatDividesIsNamed() {
        Population people = crowd();
        for (int i = 0; i < 60; i++) {
            Someone someone =
                    people.add("p" + i).at(Stage.LOYAL, 60_000_000).on("web", 9).on("store", 8);
            (i < 30 ? someone.displeasedOn("support", "lantern").against(0.6) : someone.recommending("compass"))
                    .known();
        }

        assertThat(found(people)).extracting(Opportunity::id).contains("detractors-of-product:lantern");
    }

    @Test
    void aSegmentThatKnowsUsByOneChannelIsNamed() {
        Population people = crowd();
        for (int i = 0; i < 50; i++) {
            people.add("w" + i)
                    .at(Stage.AWARE, 9_000_000)
                    .from("west")
                    .on("store", 9_000_000)
                    .known();
            newcomer(people, "n" + i).on("web", 4_000_000).known();
        }

        Opportunity first = found(people).get(0);

        assertThat(first.id()).isEqualTo("single-channel:region=west");
        assertThat(first.href()).isEqualTo("/customers?scope=region%3Dwest&single=true");
        assertThat(first.evidence().bars()).filteredOn(Opportunity.Bar::marked).hasSize(1);
    }

    @Test
    void aSegmentOfNewcomersIsHeldAgainstNewcomersElsewhere() {
        Population people = crowd();
        for (int i = 0; i < 50; i++) {
            people.add("w" + i)
                    .at(Stage.AWARE, 9_000_000)
                    .from("west")
                    .on("store", 9)
                    .known();
            people.add("n" + i)
                    .at(Stage.AWARE, 9_000_000)
                    .from("north")
                    .on("web", 9)
                    .known();
        }

        assertThat(found(people)).isEmpty();
    }

    @Test
    void whoComplainedThereIsStillAmongThoseWhoStandThere() {
        Population people = crowd();
        for (int i = 0; i < 60; i++) {
            Someone someone = people.add("a" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .on("app", 30_000_000)
                    .on("web", 10_000_000)
                    .against(0.6);
            (i < 20 ? someone.displeasedOn("app", "") : someone).known();
        }

        assertThat(found(people).get(0).sentence())
                .startsWith("60 of 60 customers whose main channel is app are detractors");
    }

    @Test
    void whoComplainsOnAChannelIsNoSignAgainstIt() {
        Population people = crowd();
        for (int i = 0; i < 40; i++) {
            people.add("s" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .on("support", 30_000_000)
                    .on("web", 20_000_000)
                    .displeasedOn("support", "")
                    .against(0.6)
                    .known();
        }

        assertThat(found(people)).extracting(Opportunity::id).doesNotContain("costly-channel:support");
    }

    @Test
    void loyalCustomersWhoWentQuietAreNamed() {
        Population people = crowd();
        for (int i = 0; i < 6; i++) {
            people.add("q" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .on("web", 9)
                    .on("app", 8)
                    .lastSeen(LONG_AGO)
                    .known();
        }

        assertThat(found(people)).extracting(Opportunity::id).containsExactly("dormant:loyal");
    }

    @Test
    void aSegmentWhoseCustomersFellIsNamed() {
        Population people = crowd();
        Map<String, Stage> before = advocatesWhoStayed(people);
        for (int i = 0; i < 50; i++) {
            loyal(people, "w" + i).from("west").known();
            before.put("w" + i, i < 30 ? Stage.ADVOCATE : Stage.LOYAL);
            before.put("c" + i, Stage.LOYAL);
        }

        Opportunity first = found(people, before).get(0);

        assertThat(first.sentence())
                .isEqualTo("30 of 50 customers with region west who were known a week ago have since dropped a stage:"
                        + " 60\u202f%, compared with 0\u202f% of others.");
        assertThat(first.href()).isEqualTo("/customers?scope=region%3Dwest&slipped=true&days=7");
    }

    @Test
    void aChannelWhoseCustomersFellIsNamed() {
        Population people = crowd();
        Map<String, Stage> before = advocatesWhoStayed(people);
        for (int i = 0; i < 50; i++) {
            people.add("a" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .on("app", 30_000_000)
                    .on("web", 10_000_000)
                    .known();
            before.put("a" + i, i < 30 ? Stage.ADVOCATE : Stage.LOYAL);
            before.put("c" + i, Stage.LOYAL);
        }

        Opportunity first = found(people, before).get(0);

        assertThat(first.id()).isEqualTo("costly-channel:app");
        assertThat(first.sentence())
                .startsWith("30 of 50 customers whose main channel is app and who were known a week ago");
        assertThat(first.href()).isEqualTo("/customers?main=app&slipped=true&days=7");
    }

    @Test
    void whoFellIsHeldAgainstThoseWhoStoodAsHigh() {
        Population people = crowd();
        Map<String, Stage> before = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            loyal(people, "w" + i).from("west").known();
            before.put("w" + i, i < 30 ? Stage.ADVOCATE : Stage.LOYAL);
            before.put("c" + i, i < 8 ? Stage.ADVOCATE : Stage.LOYAL);
        }

        assertThat(found(people, before))
                .as("every advocate fell, wherever they live")
                .isEmpty();
    }

    private static Map<String, Stage> advocatesWhoStayed(Population people) {
        Map<String, Stage> before = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            people.add("n" + i)
                    .at(Stage.ADVOCATE, 80_000_000)
                    .from("north")
                    .on("web", 20_000_000)
                    .on("store", 10_000_000)
                    .known();
            before.put("n" + i, Stage.ADVOCATE);
        }
        return before;
    }

    private static Someone loyal(Population people, String id) {
        return people.add(id).at(Stage.LOYAL, 60_000_000).on("web", 20_000_000).on("store", 10_000_000);
    }

    private static Someone newcomer(Population people, String id) {
        return people.add(id).at(Stage.AWARE, 9_000_000).from("north").on("store", 5_000_000);
    }

    /** A hundred customers of two regions to whom nothing happens. */
    private static Population crowd() {
        Population people = new Population();
        for (int i = 0; i < 100; i++) {
            people.add("c" + i)
                    .at(Stage.LOYAL, 60_000_000)
                    .from(i % 2 == 0 ? "north" : "south")
                    .on("web", 20_000_000)
                    .on("store", 10_000_000)
                    .known();
        }
        return people;
    }

    private static List<Opportunity> found(Population people) {
        return found(people, Map.of());
    }

    /** Of customers who stood there a week ago; who is left out was not known. */
    private static List<Opportunity> found(Population people, Map<String, Stage> before) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(Population.NOW), ZoneOffset.UTC);
        KnownMoves moves = new KnownMoves().know(7, KnownMoves.from(before));
        return new Insights(people.customers(), people.snapshots(), moves, clock).opportunities(7);
    }
}
