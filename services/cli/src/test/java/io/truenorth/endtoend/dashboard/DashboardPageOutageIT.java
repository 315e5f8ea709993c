package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.endtoend.RestartableSystem;
import io.truenorth.simulator.SimulatedIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The streams service stops, starts again, and shares its work with a second one, under a page that stays open: it says what
 * is stale, goes on with what it has, and recovers by itself.
 */
@RequiresBrowser
@TestInstance(Lifecycle.PER_CLASS)
class DashboardPageOutageIT {
    private static final double PATIENCE_MILLIS = 120_000;
    private static final int PEOPLE = 40;

    private RestartableSystem system;
    private Chromium chromium;
    private TouchSender gateway;
    private Visitor visitor;
    private long people;

    @BeforeAll
    void begin(@TempDir Path directory) throws Exception {
        system = new RestartableSystem(directory, Map.of());
        gateway = new TouchSender(system.gateway());
        chromium = Chromium.start();
    }

    @AfterAll
    void end() throws Exception {
        chromium.close();
        system.close();
    }

    @BeforeEach
    void visit() {
        comeNew(PEOPLE);
        visitor = Visitor.of(chromium.browser(), system.dashboard(), false);
        visitor.open("/");
        assertAllAreCounted();
        visitor.markAsLoaded();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void withoutTheStreamsServiceThePageSaysSinceWhenAndGoesOn() {
        Page page = visitor.page();
        system.streams().stop();

        assertThat(banner(page)).containsText("The streams service has not answered since", patiently());
        long before = people;
        gateway.send(Recommendations.ofSomebody());
        people++;
        assertThat(visitor.known()).hasAttribute("title", Long.toString(before));
        page.keyboard().press("g");
        page.keyboard().press("s");
        assertThat(page.locator(".segment-table tbody tr").first()).isVisible();
        assertThat(banner(page)).containsText("This page shows data as of");
        page.keyboard().press("g");
        page.keyboard().press("n");

        system.streams().start();

        assertAllAreCounted();
        assertThat(banner(page)).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE_MILLIS));
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void aCustomerWhoIsShownStaysAndComesBackToLife() {
        SimulatedIdentity customer = Recommendations.somebody();
        gateway.send(Recommendations.of(customer));
        people++;
        Page page = visitor.page();
        assertAllAreCounted();
        visitor.open(Views.customer(customer.key()));
        visitor.markAsLoaded();
        Locator points = page.locator(".standing .hero");
        String before = points.textContent();
        system.streams().stop();
        assertThat(banner(page)).containsText("The streams service has not answered since", patiently());
        assertThat(points).hasText(before);

        gateway.send(Recommendations.of(customer));
        system.streams().start();

        assertThat(points).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void aCustomerWhoIsAskedForMeanwhileComesByThemselfAndIsAlive() {
        SimulatedIdentity customer = Recommendations.somebody();
        gateway.send(Recommendations.of(customer));
        people++;
        assertAllAreCounted();
        system.streams().stop();
        Page page = visitor.open(Views.customer(customer.key()));
        visitor.markAsLoaded();
        assertThat(page.locator("h1")).hasText("The streams service is unavailable");

        system.streams().start();

        Locator points = page.locator(".standing .hero");
        points.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        String before = points.textContent();
        gateway.send(Recommendations.of(customer));
        assertThat(points).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void aSecondStreamsServiceTakesItsShareAndThenAllOfIt() {
        Page page = visitor.page();

        system.moreStreams().start();
        await("it has partitions of its own")
                .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
                .until(() -> system.moreStreams().counters().received() > 0);
        comeNew(PEOPLE);
        assertAllAreCounted();
        assertThat(page.locator("#strip")).containsText("Pipeline healthy", patiently());

        system.streams().stop();
        assertThat(page.locator("#strip")).containsText("1 of 2 instances", patiently());
        comeNew(PEOPLE);
        assertAllAreCounted();
        assertThat(banner(page)).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE_MILLIS));

        system.streams().start();
        system.moreStreams().stop();
        comeNew(1);
        assertAllAreCounted();
        visitor.assertWasNotLoadedAnew();
    }

    private void comeNew(int count) {
        for (int i = 0; i < count; i++) {
            gateway.send(Recommendations.ofSomebody());
        }
        people += count;
    }

    private void assertAllAreCounted() {
        assertThat(visitor.known())
                .hasAttribute(
                        "title",
                        Long.toString(people),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static Locator banner(Page page) {
        return page.locator("#banner");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
