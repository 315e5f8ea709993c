package io.truenorth.endtoend.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** Every view shows the numbers of the simulated customers. */
@RequiresBrowser
class DashboardPageIT extends PageVisitTestBase {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void trueNorthTellsWhereEverybodyStands() {
        Page page = visitor.open("/");

        eventually(() -> {
            Census truth = system.customers().everybody();
            assertThat(ShownNumbers.overview(page)).isEqualTo(truth);
            assertThat(ShownNumbers.whole(page.locator(".counts .num").first())).isEqualTo(truth.advocates());
            assertThat(ShownNumbers.in(page.locator("p.hero").getAttribute("title")))
                    .isCloseTo(truth.index(), within(0.01));
        });
    }

    @Test
    void segmentsAreTheTruthAndAddUpToTheirSum() {
        Page page = visitor.open("/segments/region");

        eventually(() -> {
            Map<String, Census> shown = ShownNumbers.segments(page);
            Census sum = shown.remove("All customers");
            assertThat(byLowerName(shown))
                    .isEqualTo(byLowerName(system.customers().byRegion()));
            assertThat(shown.values().stream().mapToLong(Census::customers).sum())
                    .isEqualTo(sum.customers());
            assertThat(shown.values().stream().mapToLong(Census::advocates).sum())
                    .isEqualTo(sum.advocates());
            assertThat(shown.values().stream().mapToLong(Census::detractors).sum())
                    .isEqualTo(sum.detractors());
        });
    }

    @Test
    void aCustomersScoreAddsUpToTheLastMicroPoint() throws Exception {
        String customer = system.customers().best();
        Response answer = visitor.page()
                .waitForResponse(
                        response -> response.url().matches(".*/v1/customers/[^/]+"),
                        () -> visitor.open(Views.customer(customer)));
        Page page = visitor.page();
        JsonNode told = new ObjectMapper().readTree(answer.text());
        ScoreSnapshot truth = system.customers()
                .snapshot(customer, Instant.parse(told.get("at").asText()).toEpochMilli());

        assertThat(page.locator(".standing .hero").getAttribute("title")).startsWith(points(truth.score()));
        assertThat(page.locator(".facts .sum tfoot .num").textContent()).isEqualTo(points(truth.score()));
        assertThat(page.locator(".facts .sum tr.dimension .num").allTextContents())
                .isEqualTo(Stream.of(Dimension.values())
                        .map(dimension -> points(truth.contributions().of(dimension)))
                        .toList());
        assertThat(page.locator(".verdict-line").textContent()).contains("add up to the score exactly");
    }

    @Test
    void whatHasChangedAScoreAddsUpToTheLastMicroPoint() {
        Page page = visitor.open(Views.customer(system.customers().best()) + "?days=365");
        page.locator(".score-change").waitFor();

        assertThat(page.locator(".score-change h2").textContent()).isEqualTo("Why the score changed in 1 year");
        assertThat(page.locator(".score-change tr.dimension th").allTextContents())
                .contains("What happened");
        assertThat(microPoints(page, ".score-change tr.dimension .num"))
                .isEqualTo(microPoints(page, ".score-change tfoot .num"))
                .isEqualTo(microPoints(page, ".score-change :is(tr.channel, tr.kind) .num"));
    }

    /** The sum of the amounts that are shown, in micro-points. */
    private static long microPoints(Page page, String amounts) {
        return page.locator(amounts).allTextContents().stream()
                .mapToLong(text -> Math.round(ShownNumbers.in(text) * ScoreSnapshot.POINT))
                .sum();
    }

    @Test
    void whatAnAdvocateLacksBesidePointsIsSaid() {
        long floor = 70 * ScoreSnapshot.POINT;
        String silent = system.customers()
                .somebody(
                        snapshot -> snapshot.score() > floor + ScoreSnapshot.POINT && snapshot.stage() == Stage.LOYAL);
        String advocate = system.customers().somebody(snapshot -> snapshot.stage() == Stage.ADVOCATE);

        assertThat(visitor.open(Views.customer(silent)).locator(".lacks").textContent())
                .contains("must also recommend us");
        assertThat(visitor.open(Views.customer(advocate)).locator(".lacks").count())
                .isZero();
    }

    @Test
    void customersCanBeCountedByStage() {
        Page page = visitor.open("/customers?stage=loyal");

        eventually(() -> {
            page.reload();
            visitor.awaitDrawn();
            assertThat(ShownNumbers.whole(page.locator("header.title .aside")))
                    .isEqualTo(system.customers().everybody().stages().get(4));
        });
    }

    @Test
    void channelsShareAllPoints() {
        Page page = visitor.open("/channels");

        List<String> shares = page.locator(".contributions tbody td.num.share").allTextContents();

        assertThat(shares).hasSizeGreaterThan(5);
        assertThat(shares.stream().mapToDouble(ShownNumbers::in).sum()).isCloseTo(100, within(shares.size() * 0.5));
    }

    @Test
    void objectivesAreMeasuredByWhatIsTrue() {
        Page page = visitor.open("/objectives");

        eventually(() -> {
            page.reload();
            visitor.awaitDrawn();
            Map<String, Census> regions = system.customers().byRegion();
            assertThat(page.locator(".objective .reached .value").allTextContents().stream()
                            .map(ShownNumbers::in)
                            .map(Double::longValue))
                    .containsExactly(
                            system.customers().everybody().advocates(),
                            regions.get("north").advocates());
        });
    }

    @Test
    void aRegionIsOneClickAwayAndTheBackButtonLeadsBack() {
        Page page = visitor.open("/segments/region");
        page.locator(".segment-table a", new Page.LocatorOptions().setHasText("North"))
                .click();
        visitor.awaitDrawn();

        assertThat(page.url()).endsWith("/?scope=region=north");
        eventually(() -> assertThat(ShownNumbers.overview(page))
                .isEqualTo(system.customers().byRegion().get("north")));

        page.goBack();
        page.locator(".segment-table").waitFor();
        assertThat(page.url()).endsWith("/segments/region");
    }

    /** The pipeline is quick, but not instant; asked on this thread, as the browser wants. */
    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .untilAsserted(assertion);
    }

    private static Map<String, Census> byLowerName(Map<String, Census> rows) {
        Map<String, Census> lower = new TreeMap<>();
        rows.forEach((name, census) -> lower.put(name.toLowerCase(Locale.ROOT), census));
        return lower;
    }

    private static String points(long microPoints) {
        return "%d.%06d".formatted(microPoints / ScoreSnapshot.POINT, microPoints % ScoreSnapshot.POINT);
    }
}
