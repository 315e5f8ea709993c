package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.simulator.SimulatedIdentity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The page updates without a reload, also after a lost connection. */
@RequiresBrowser
class DashboardPageLiveIT extends PageVisitTestBase {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double PATIENCE_MILLIS = PATIENCE.toMillis();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Less than what the page waits where it asks for much. */
    private static final double SOON_MILLIS = 4_000;

    private static final String STREAM = "**/v1/events*";

    @Test
    void somebodyNewIsCountedWithoutAReload() {
        visitor.open("/");
        visitor.markAsLoaded();

        system.send(Recommendations.ofSomebody());

        assertThat(visitor.known()).hasAttribute("title", everybody(), patiently());
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void whatHappensWhileTheAnswerIsOnItsWayIsNotMissed() {
        Page page = visitor.page();
        page.route(
                "**/v1/overview?*days=30*",
                route -> {
                    APIResponse before = route.fetch();
                    system.send(Recommendations.ofSomebody());
                    await("it is counted, and the stream has told of it")
                            .atMost(PATIENCE)
                            .during(Duration.ofSeconds(1))
                            .pollInSameThread()
                            .until(() -> counted(page).equals(everybody()));
                    route.fulfill(new Route.FulfillOptions().setResponse(before));
                },
                new Page.RouteOptions().setTimes(1));

        visitor.open("/");

        assertThat(visitor.known()).hasAttribute("title", everybody(), patiently());
    }

    @Test
    void aTouchRaisesTheScoreOfTheCustomerWhoIsShown() {
        SimulatedIdentity customer = Recommendations.somebody();
        system.send(Recommendations.of(customer));
        Page page = openOnceKnown(customer);
        visitor.markAsLoaded();
        String before = page.locator(".standing .hero").textContent();

        system.send(Recommendations.of(customer));

        assertThat(page.locator(".standing .hero"))
                .not()
                .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(ShownNumbers.in(page.locator(".standing .hero").textContent()))
                .isGreaterThan(ShownNumbers.in(before));
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void aCustomerWhomNobodyKnewIsShownWithTheFirstTouch() {
        SimulatedIdentity customer = Recommendations.somebody();
        Page page = visitor.open(Views.customer(customer.key()));
        visitor.markAsLoaded();
        assertThat(page.locator("h1")).hasText("Not found");

        system.send(Recommendations.of(customer));

        assertThat(page.locator("h1"))
                .hasText(customer.key(), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        visitor.assertWasNotLoadedAnew();
    }

    @Test
    void theNextTouchIsSeenAsSoonAsTheOneBefore() {
        SimulatedIdentity customer = Recommendations.somebody();
        system.send(Recommendations.of(customer));
        Page page = openOnceKnown(customer);
        Locator points = page.locator(".standing .hero");
        String atFirst = points.textContent();
        system.send(Recommendations.of(customer));
        assertThat(points).not().hasText(atFirst, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        String before = points.textContent();

        system.send(Recommendations.of(customer));

        assertThat(points).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    }

    @Test
    void aLostConnectionIsToldAndWhatWasMissedIsMadeUpFor() {
        Page page = visitor.page();
        page.route(STREAM, Route::abort);
        visitor.open("/");
        visitor.markAsLoaded();
        Locator banner = page.locator("#banner");
        assertThat(banner)
                .containsText(
                        "connection was lost", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));

        system.send(Recommendations.ofSomebody());
        page.unroute(STREAM);

        assertThat(visitor.known()).hasAttribute("title", everybody(), patiently());
        assertThat(banner).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE_MILLIS));
        visitor.assertWasNotLoadedAnew();
    }

    private Page openOnceKnown(SimulatedIdentity customer) {
        Page list = visitor.open("/customers?q=" + customer.value());
        await("the customer is known").atMost(PATIENCE).pollInSameThread().until(() -> {
            list.reload();
            visitor.awaitDrawn();
            return list.locator(".customer-table").count() > 0;
        });
        return visitor.open(Views.customer(customer.key()));
    }

    /** How many the service counts, whatever a page shows. */
    private String counted(Page page) {
        String overview = page.request()
                .get(system.page().resolve("/v1/overview").toString())
                .text();
        try {
            return JSON.readTree(overview).path("customers").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(overview, e);
        }
    }

    private String everybody() {
        return Long.toString(system.customers().everybody().customers());
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }
}
