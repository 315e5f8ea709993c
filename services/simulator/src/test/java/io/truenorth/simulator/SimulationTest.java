package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final SimulationConfig CONFIG = SimulationConfig.of(42, 400, START);

    @Test
    void theSameSeedGivesTheSameTouchesToTheLastId() {
        assertThat(touches(CONFIG, 365)).isEqualTo(touches(CONFIG, 365)).hasSizeGreaterThan(5_000);
    }

    @Test
    void anotherSeedGivesOtherTouches() {
        assertThat(touches(SimulationConfig.of(43, 400, START), 90)).isNotEqualTo(touches(CONFIG, 90));
    }

    @Test
    void touchesComeInTheOrderInWhichTheyBecomeKnownUnderIdsOfTheirOwn() {
        List<SimulatedTouch> touches = touches(CONFIG, 365);
        Set<String> ids = new HashSet<>();
        long before = START.toEpochMilli();
        for (SimulatedTouch touch : touches) {
            assertThat(touch.knownAt()).isGreaterThanOrEqualTo(before);
            assertThat(touch.occurredAt()).isLessThanOrEqualTo(touch.knownAt());
            assertThat(ids.add(touch.eventId())).as(touch.eventId()).isTrue();
            before = touch.knownAt();
        }
    }

    @Test
    void everyChannelIsUsedInBothDirectionsTogether() {
        List<SimulatedTouch> touches = touches(CONFIG, 730);

        assertThat(channelsOf(touches)).containsExactlyInAnyOrderElementsOf(Vocabulary.CHANNELS);
        assertThat(touches).extracting(SimulatedTouch::direction).contains(Direction.INBOUND, Direction.OUTBOUND);
        assertThat(touches)
                .extracting(SimulatedTouch::sentiment)
                .contains(Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.NEGATIVE, Sentiment.NONE);
        assertThat(touches).extracting(SimulatedTouch::subject).containsAll(Vocabulary.PRODUCTS);
    }

    /** What is no engagement must have the word that the standard model has for it; a new kind is added here once it has. */
    @Test
    void theKindsMeanInTheStandardModelWhatTheyMeanHere() {
        Map<String, Set<String>> kinds = touches(CONFIG, 1_460).stream()
                .map(SimulatedTouch::kind)
                .collect(Collectors.groupingBy(SimulationTest::meaning, Collectors.toSet()));

        assertThat(kinds)
                .isEqualTo(Map.of(
                        "PASSIVE",
                        Set.of(Vocabulary.MAIL_OPENED),
                        "ADVOCATING",
                        Set.of(
                                Vocabulary.REFERRAL_MADE,
                                Vocabulary.REFERRAL_CONVERTED,
                                Vocabulary.REVIEW_POSTED,
                                Vocabulary.CONTENT_SHARED,
                                Vocabulary.COMMUNITY_ANSWER,
                                Vocabulary.TESTIMONIAL_GIVEN),
                        "ENGAGING",
                        Set.of(
                                Vocabulary.SIGNED_UP,
                                Vocabulary.CARD_REGISTERED,
                                Vocabulary.PAGE_VIEWED,
                                Vocabulary.APP_OPENED,
                                Vocabulary.STORE_VISITED,
                                Vocabulary.PURCHASE,
                                Vocabulary.POST_WRITTEN,
                                Vocabulary.QUESTION_ASKED,
                                Vocabulary.MAIL_SENT,
                                Vocabulary.MAIL_CLICKED,
                                Vocabulary.TICKET_OPENED,
                                Vocabulary.TICKET_ANSWERED,
                                Vocabulary.SURVEY_SENT,
                                Vocabulary.SURVEY_ANSWERED,
                                Vocabulary.EVENT_INVITED,
                                Vocabulary.EVENT_ATTENDED)));
    }

    private static String meaning(String kind) {
        KindRule rule = ScoringModel.standard().kinds().of(kind);
        return rule.points() > 0 ? "ADVOCATING" : rule.meaning().name();
    }

    @Test
    void aRetractionCarriesWhatItTakesBack() {
        List<SimulatedTouch> touches = touches(CONFIG, 730);
        Map<String, SimulatedTouch> byId =
                touches.stream().collect(Collectors.toMap(SimulatedTouch::eventId, touch -> touch));
        List<SimulatedTouch> retractions =
                touches.stream().filter(SimulatedTouch::isRetraction).toList();

        assertThat(retractions).isNotEmpty().allSatisfy(retraction -> {
            SimulatedTouch purchase = byId.get(retraction.retracts());
            assertThat(retraction.toTouch()).isEqualTo(purchase.toTouch().retraction());
            assertThat(retraction.knownAt()).isGreaterThan(purchase.knownAt());
        });
    }

    @Test
    void whoSignsUpOrBuysSaysWhoTheyAre() {
        Map<String, String> regions = new HashMap<>();
        Set<String> tiers = new HashSet<>();
        for (SimulatedTouch touch : touches(CONFIG, 730)) {
            if (touch.kind().equals("signed_up") || touch.kind().equals("purchase")) {
                if (!touch.isRetraction()) {
                    assertThat(touch.attributes()).containsOnlyKeys("region", "tier", "acquired_by");
                    String region = touch.attributes().get("region");
                    assertThat(regions.putIfAbsent(touch.person(), region)).isIn(null, region);
                    tiers.add(touch.attributes().get("tier"));
                }
            }
        }
        assertThat(regions.values()).containsAll(Vocabulary.REGIONS);
        assertThat(tiers).containsExactlyInAnyOrderElementsOf(Vocabulary.TIERS);
    }

    @Test
    void friendsWhoBuyCountForWhoBroughtThem() {
        List<SimulatedTouch> touches = touches(CONFIG, 730);

        long made =
                touches.stream().filter(t -> t.kind().equals("referral_made")).count();
        long converted = touches.stream()
                .filter(t -> t.kind().equals("referral_converted"))
                .count();
        long brought = touches.stream()
                .filter(t -> t.kind().equals("signed_up")
                        && "friend".equals(t.attributes().get("acquired_by")))
                .count();
        assertThat(converted).isPositive().isLessThanOrEqualTo(brought);
        assertThat(brought).isLessThanOrEqualTo(made);
    }

    @Test
    void livePaceMovesLivesIntoLessTimeAndKeepsTheirOrder() {
        Instant live = START.plus(Duration.ofDays(100));
        List<SimulatedTouch> atRealPace = new ArrayList<>();
        new Simulation(CONFIG).forEachUntil(START.plus(Duration.ofDays(148)).toEpochMilli(), atRealPace::add);
        List<SimulatedTouch> fast = new ArrayList<>();
        new Simulation(CONFIG.liveFrom(live, 48))
                .forEachUntil(live.plus(Duration.ofDays(1)).toEpochMilli(), fast::add);

        assertThat(fast).extracting(SimulatedTouch::kind).hasSameSizeAs(atRealPace);
        assertThat(fast)
                .extracting(touch -> touch.person() + touch.kind())
                .containsExactlyInAnyOrderElementsOf(atRealPace.stream()
                        .map(touch -> touch.person() + touch.kind())
                        .toList());
        assertThat(fast).isSortedAccordingTo((a, b) -> Long.compare(a.knownAt(), b.knownAt()));
    }

    @Test
    void livesBeginAsStrangersAndAreTold() {
        Simulation simulation = new Simulation(CONFIG);
        simulation.forEachUntil(START.plus(Duration.ofDays(730)).toEpochMilli(), touch -> {});

        assertThat(simulation.lives()).hasSize(400).allSatisfy(life -> {
            assertThat(life.chapters().get(0).phase()).isEqualTo(LifePhase.STRANGER);
            assertThat(life.chapters()).isSortedAccordingTo((a, b) -> Long.compare(a.from(), b.from()));
        });
        assertThat(simulation.lives())
                .flatExtracting(Life::chapters)
                .extracting(Life.Chapter::phase)
                .contains(LifePhase.values());
    }

    @Test
    void moreActivityMeansMoreTouches() {
        assertThat(touches(CONFIG.withActivity(3), 365).size())
                .isGreaterThan(touches(CONFIG, 365).size());
    }

    @Test
    void impossibleConfigurationsAreRefusedByName() {
        assertThatThrownBy(() -> SimulationConfig.of(1, 0, START)).hasMessageContaining("customers");
        assertThatThrownBy(() -> CONFIG.liveFrom(START.minusMillis(1), 1)).hasMessageContaining("liveFrom");
        assertThatThrownBy(() -> CONFIG.liveFrom(START, 0.5)).hasMessageContaining("livePace");
        assertThatThrownBy(() -> CONFIG.withActivity(Double.NaN)).hasMessageContaining("activity");
        assertThatThrownBy(() -> CONFIG.withSeveralIdentities(1.5)).hasMessageContaining("severalIdentities");
    }

    private static List<SimulatedTouch> touches(SimulationConfig config, int days) {
        List<SimulatedTouch> touches = new ArrayList<>();
        new Simulation(config).forEachUntil(START.plus(Duration.ofDays(days)).toEpochMilli(), touches::add);
        return touches;
    }

    private static Set<String> channelsOf(List<SimulatedTouch> touches) {
        return touches.stream().map(SimulatedTouch::channel).collect(Collectors.toSet());
    }
}
