package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.access.OpenIdProvider;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.privacy.KnownReceipts;
import io.truenorth.endtoend.RestartableSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page forgets who is erased, shows the receipts to whom they concern, and lets nobody leave who has not consented. */
@RequiresBrowser
@TestInstance(Lifecycle.PER_CLASS)
class DashboardPagePrivacyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double FORGOTTEN_MILLIS = 5_000;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final List<Visitor> visitors = new ArrayList<>();
    private OpenIdProvider provider;
    private RestartableSystem system;
    private PublishedRecords published;
    private Chromium chromium;
    private TouchSender gateway;

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
        published = new PublishedRecords(system.deployment());
        gateway = new TouchSender(system.gateway());
        chromium = Chromium.start();
    }

    @AfterAll
    void end() throws Exception {
        chromium.close();
        published.close();
        system.close();
        provider.close();
    }

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    @Test
    void whoIsErasedIsForgottenInOpenPagesWithinFiveSeconds() {
        String account = "user:" + UUID.randomUUID();
        String browser = "anonymous:" + UUID.randomUUID();
        see(account, browser);
        Visitor card = somebody("analyst");
        openOnceKnown(card, account);
        Visitor list = somebody("analyst");
        Visitor changes = somebody("analyst");
        Visitor search = somebody("analyst");
        Page found = search.open("/");
        found.keyboard().press("/");
        found.keyboard().type(account);
        assertThat(list.open("/customers").locator(".customer-table")).containsText(account);
        assertThat(changes.open("/identities").locator(".changes"))
                .containsText("became part of", containing(PATIENCE));
        assertThat(found.locator("[role=listbox]")).containsText(account);
        visitors.forEach(Visitor::markAsLoaded);

        long from = System.nanoTime();
        published.publish(KnownChanges.erased(Instant.now().toString(), account, browser));

        assertThat(card.page().locator("h1"))
                .hasText("Erased", new LocatorAssertions.HasTextOptions().setTimeout(left(from)));
        assertThat(list.page().locator("main")).not().containsText(account, within(from));
        assertThat(changes.page().locator("main")).not().containsText(account, within(from));
        assertThat(found.locator("[role=listbox]")).not().containsText(account, within(from));
        assertThat(card.page().locator(".state")).containsText("This customer was erased on");
        for (Visitor visitor : visitors) {
            visitor.assertWasNotLoadedAnew();
            assertThat(visitor.page().title()).doesNotContain(account);
            assertThat((String) visitor.page().evaluate("document.body.innerText"))
                    .doesNotContain(account)
                    .doesNotContain(browser);
        }
    }

    /** The score is still on its topic, as before compaction; what is on the topics is read again, in any order. */
    @Test
    void afterARestartNobodyWhoWasErasedComesBack() {
        String erased = "crm:" + UUID.randomUUID();
        String other = "crm:" + UUID.randomUUID();
        see(erased);
        see(other);
        openOnceKnown(somebody("analyst"), erased);
        openOnceKnown(somebody("analyst"), other);
        published.publish(KnownChanges.erased(Instant.now().toString(), erased));

        system.restartDashboard();

        openOnceKnown(somebody("analyst"), other);
        Page list = somebody("analyst").open("/customers?sort=id");
        assertThat(list.locator(".customer-table")).containsText(other);
        assertThat(list.locator(".customer-table")).not().containsText(erased);
        assertThat(somebody("analyst").open(Views.customer(erased)).locator("h1"))
                .hasText("Erased");
    }

    @Test
    void receiptsAreListedAndOpenOnAPhoneToo() {
        String request = "ticket-" + UUID.randomUUID();
        publishReceipt(KnownReceipts.erased(request, List.of("crm:mia", "card:4711"), System.currentTimeMillis()));
        Visitor officer = somebody("privacy");
        Page page = officer.open("/");
        page.getByText("Privacy", new Page.GetByTextOptions().setExact(true)).click();
        Locator row = page.locator(".receipts tr[data-key^='" + request + "']");
        await("the receipt is read").atMost(PATIENCE).pollInSameThread().until(() -> {
            officer.open("/privacy");
            return row.count() > 0;
        });
        assertThat(row).containsText("Erased");
        assertThat(row).containsText("last ones gone by");
        assertThat(page.locator(".privacy h1 + .aside"))
                .containsText("are left in logs, which Kafka deletes by itself, the last by ");

        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        assertFits(page);
        row.locator("a").click();

        assertThat(page.locator("h1")).hasText("A customer with 2 identities was erased");
        assertThat(page.locator(".places tbody tr")).hasCount(3);
        assertThat(page.locator(".places tbody tr").first()).containsText("touchpoints");
        assertThat(page.locator(".places tbody tr").first()).containsText("Kept until");
        assertThat(page.locator(".to-run pre")).hasText("truenorth privacy verify --receipt " + request);
        assertFits(page);
    }

    @Test
    void theReceiptsOfOneRequestIdAreAllShown() {
        String request = "ticket-" + UUID.randomUUID();
        long now = System.currentTimeMillis();
        publishReceipt(KnownReceipts.erased(request, List.of("crm:ida"), now));
        publishReceipt(KnownReceipts.keptWithoutLimit(request, "crm:leo", now - 1));
        Visitor officer = somebody("privacy");
        Page page = officer.page();
        Locator rows = page.locator(".receipts tbody tr");
        await("the receipts are read").atMost(PATIENCE).pollInSameThread().until(() -> {
            officer.open("/privacy?request=" + request);
            return rows.count() == 2;
        });

        officer.open("/privacy/" + request);
        assertThat(page.locator("h1")).hasText("2 receipts");
        assertThat(rows).hasCount(2);
        assertThat(rows.last()).containsText("kept without limit");
        rows.last().locator("a").click();

        assertThat(page.locator("h1")).hasText("A customer with 1 identity was erased");
        assertThat(page.locator(".places tbody tr").first()).containsText("kept without limit");
        assertThat(page.locator(".places")).not().containsText("9999");
    }

    @Test
    void theViewIsForThoseWhoseRoleItIs() {
        Page page = somebody("analyst").open("/privacy");

        assertThat(page.locator("h1")).hasText("Access denied");
        assertThat(page.locator("#privacy-view")).isHidden();
        assertThat(somebody("privacy").open("/").locator("#privacy-view")).isVisible();
    }

    @Test
    void onlyWhoHasConsentedToItLeavesTheSystem() throws Exception {
        String product = "product-" + UUID.randomUUID();
        publishScore(new Population().add("crm:gabriel").forActivation(), product);
        publishScore(new Population().add("crm:rosa"), product);
        Visitor analyst = somebody("analyst");
        String address = "/customers?product=" + product;
        await("both are listed")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> analyst.open(address)
                                .locator(".customer-table tbody tr")
                                .count()
                        == 2);
        Page page = analyst.page();

        Download download =
                page.waitForDownload(() -> page.getByText("Download CSV").click());

        assertThat(Files.readString(download.path())).contains("crm:gabriel").doesNotContain("crm:rosa");
        assertThat(page.locator(".download")).containsText("without 1 of 2");
        assertThat(page.locator("tr[data-key='crm:rosa'] .mark")).hasCount(1);
        assertThat(page.locator("tr[data-key='crm:gabriel'] .mark")).hasCount(0);
    }

    @Test
    void theCardOfACustomerShowsTheirConsentAndWhoSaidIt() {
        String account = UUID.randomUUID().toString();
        gateway.send("""
                {"identities":[{"namespace":"user","value":"%s"}],"occurredAt":"%s","channel":"web","kind":"visit",\
                "direction":"in","consent":{"scoring":true,"activation":false}}""".formatted(account, Instant.now()));
        Visitor analyst = somebody("analyst");
        openOnceKnown(analyst, "user:" + account);

        Locator consent = analyst.page().locator(".consent");
        assertThat(consent.locator("dd").first()).containsText("given: their events are scored");
        assertThat(consent.locator("dd").last()).containsText("withdrawn: left out of downloads");
        assertThat(consent.locator(".said li")).hasCount(2);
        assertThat(analyst.page().locator("main")).containsText("No download: no consent to activation");
    }

    private void publishReceipt(PrivacyReceipt receipt) {
        published.publish(receipt);
    }

    private void publishScore(Population.Someone someone, String product) {
        Population people =
                someone.at(Stage.ADVOCATE, 90_000_000).recommending(product).known();
        people.customers().all().forEach(row -> published.publish(people.score(row.id())));
    }

    private void see(String... identities) {
        gateway.see(identities);
    }

    private Visitor somebody(String role) {
        Visitor visitor = Visitor.of(chromium.browser(), system.dashboard(), false);
        visitors.add(visitor);
        String token = provider.tokenOfAnn(role, Instant.now().plusSeconds(600));
        visitor.page().addInitScript("sessionStorage.setItem('truenorth.token', '" + token + "')");
        return visitor;
    }

    private static void openOnceKnown(Visitor visitor, String identity) {
        await(identity + " is known")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> visitor.open(Views.customer(identity))
                                .locator(".standing")
                                .count()
                        > 0);
    }

    private static void assertFits(Page page) {
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing is wider than the page")
                .isTrue();
    }

    private static double left(long from) {
        return Math.max(1, FORGOTTEN_MILLIS - (System.nanoTime() - from) / 1e6);
    }

    private static LocatorAssertions.ContainsTextOptions within(long from) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(left(from));
    }

    private static LocatorAssertions.ContainsTextOptions containing(Duration time) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(time.toMillis());
    }
}
