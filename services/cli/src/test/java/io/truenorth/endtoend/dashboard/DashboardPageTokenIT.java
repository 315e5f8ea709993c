package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.dashboard.access.OpenIdProvider;
import io.truenorth.endtoend.RestartableSystem;
import io.truenorth.simulator.SimulatedIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Where tokens are needed the page asks for one, shows what its role may see, and asks again when it has expired. */
@RequiresBrowser
@TestInstance(Lifecycle.PER_CLASS)
class DashboardPageTokenIT {
    private static final double PATIENCE_MILLIS = 120_000;
    /** So long after it has expired a token is still taken, as clocks differ. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final SimulatedIdentity customer = Recommendations.somebody();

    private OpenIdProvider provider;
    private RestartableSystem system;
    private Chromium chromium;
    private TouchSender gateway;
    private Visitor visitor;

    @BeforeAll
    void begin(@TempDir Path directory) throws Exception {
        provider = new OpenIdProvider();
        system = new RestartableSystem(
                directory,
                Map.of(
                        "TRUENORTH_DASHBOARD_ACCESS_OIDC_ISSUER",
                        OpenIdProvider.ISSUER,
                        "TRUENORTH_DASHBOARD_ACCESS_OIDC_KEYS",
                        provider.uri()));
        gateway = new TouchSender(system.gateway());
        gateway.send(Recommendations.of(customer));
        chromium = Chromium.start();
    }

    @AfterAll
    void end() throws Exception {
        chromium.close();
        system.close();
        provider.close();
    }

    @BeforeEach
    void visit() {
        visitor = Visitor.of(chromium.browser(), system.dashboard(), false);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aTokenOpensThePageAndWhatFollowsIsLive() {
        Page page = visitor.open("/");
        assertThat(page.locator("h1")).hasText("Sign in");

        enter("guessed");
        assertThat(page.locator(".state")).containsText("This token was not accepted.");

        enter(lasting("viewer"));
        assertThat(visitor.known()).isVisible();
        String before = visitor.known().getAttribute("title");
        gateway.send(Recommendations.ofSomebody());
        assertThat(visitor.known())
                .not()
                .hasAttribute("title", before, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void aCustomerIsShownToWhoMayLookAtOne() {
        Page page = visitor.open(Views.customer(customer.key()));
        enter(lasting("viewer"));
        assertThat(page.locator("h1")).hasText("Access denied");

        page.getByText("Use another token").click();
        enter(lasting("analyst"));

        assertThat(page.locator("h1")).hasText(customer.key());
    }

    @Test
    void whoseTokenExpiresIsAskedForAnotherAndStaysWhereTheyWere() {
        Page page = visitor.open(Views.customer(customer.key()));
        visitor.markAsLoaded();
        enter(provider.tokenOfAnn("analyst", Instant.now().minus(LEEWAY).plusSeconds(60)));
        Locator points = page.locator(".standing .hero");
        String before = points.textContent();

        assertThat(page.locator("h1")).hasText("Sign in", patiently());
        assertThat(page.locator(".state")).containsText("It may have expired.");
        assertThat(page.locator("#banner")).isEmpty();
        gateway.send(Recommendations.of(customer));
        enter(lasting("analyst"));

        assertThat(points).not().hasText(before, patiently());
        visitor.assertWasNotLoadedAnew();
    }

    private String lasting(String role) {
        return provider.tokenOfAnn(role, Instant.now().plusSeconds(600));
    }

    private void enter(String token) {
        Page page = visitor.page();
        page.getByLabel("Token").fill(token);
        page.getByText("Open", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
