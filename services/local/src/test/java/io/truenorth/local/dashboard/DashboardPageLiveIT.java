package io.truenorth.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.CustomerId;
import io.truenorth.simulator.SimulatedTouch;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens is seen without a reload, also after the connection was away. */
@RequiresBrowser
class DashboardPageLiveIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double PATIENCE_MILLIS = PATIENCE.toMillis();
    /** Less than what the page waits where it asks for much. */
    private static final double SOON_MILLIS = 4_000;

    private static final String STREAM = "**/v1/events*";

    private ShownSystem system;
    private Visitor visitor;

    @BeforeEach
    void visit(ShownSystem shown) {
        system = shown;
        visitor = shown.visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void somebodyNewIsCountedWithoutAReload() {
        Page page = visitor.open("/");
        markAsLoaded(page);

        system.tell(recommendation(somebody()));

        assertThat(known(page)).hasAttribute("title", everybody(), patiently());
        assertIsStillTheSame(page);
    }

    @Test
    void aTouchRaisesTheScoreOfTheCustomerWhoIsShown() {
        CustomerId customer = somebody();
        system.tell(recommendation(customer));
        Page page = openOnceKnown(customer);
        markAsLoaded(page);
        String before = page.locator(".standing .hero").textContent();

        system.tell(recommendation(customer));

        assertThat(page.locator(".standing .hero"))
                .not()
                .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(ShownNumbers.in(page.locator(".standing .hero").textContent()))
                .isGreaterThan(ShownNumbers.in(before));
        assertIsStillTheSame(page);
    }

    @Test
    void theNextTouchIsSeenAsSoonAsTheOneBefore() {
        CustomerId customer = somebody();
        system.tell(recommendation(customer));
        Page page = openOnceKnown(customer);
        Locator points = page.locator(".standing .hero");
        String atFirst = points.textContent();
        system.tell(recommendation(customer));
        assertThat(points).not().hasText(atFirst, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        String before = points.textContent();

        system.tell(recommendation(customer));

        assertThat(points).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    }

    @Test
    void aLostConnectionIsToldAndWhatWasMissedIsMadeUpFor() {
        Page page = visitor.page();
        page.route(STREAM, Route::abort);
        visitor.open("/");
        markAsLoaded(page);
        Locator banner = page.locator("#banner");
        assertThat(banner)
                .containsText(
                        "connection was lost", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));

        system.tell(recommendation(somebody()));
        page.unroute(STREAM);

        assertThat(known(page)).hasAttribute("title", everybody(), patiently());
        assertThat(banner).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE_MILLIS));
        assertIsStillTheSame(page);
    }

    private Page openOnceKnown(CustomerId customer) {
        Page list = visitor.open("/customers?q=" + customer.value());
        await("the customer is known").atMost(PATIENCE).pollInSameThread().until(() -> {
            list.reload();
            visitor.awaitDrawn();
            return list.locator(".customer-table").count() > 0;
        });
        return visitor.open(Views.customer(customer.key()));
    }

    private static Locator known(Page page) {
        return page.locator(".counts a .num").nth(2);
    }

    private String everybody() {
        return Long.toString(system.customers().everybody().customers());
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static void markAsLoaded(Page page) {
        page.evaluate("window.isTheSame = true");
    }

    private static void assertIsStillTheSame(Page page) {
        assertThat(page.evaluate("window.isTheSame === true"))
                .as("the page was not loaded anew")
                .isEqualTo(true);
    }

    private static CustomerId somebody() {
        return new CustomerId("crm", "live-" + UUID.randomUUID());
    }

    private static SimulatedTouch recommendation(CustomerId customer) {
        long now = System.currentTimeMillis();
        return new SimulatedTouch(
                UUID.randomUUID().toString(),
                customer,
                now,
                now,
                "referral",
                "referral_made",
                "",
                Direction.INBOUND,
                Sentiment.NONE,
                0,
                Map.of("region", "north", "tier", "basic"),
                "");
    }
}
