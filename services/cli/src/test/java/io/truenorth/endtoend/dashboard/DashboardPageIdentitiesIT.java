package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.truenorth.endtoend.RestartableSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page shows a join as it happens, finds a customer by any identity, and asks whether two customers are one person. */
@RequiresBrowser
@TestInstance(Lifecycle.PER_CLASS)
class DashboardPageIdentitiesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RestartableSystem system;
    private Chromium chromium;
    private TouchSender gateway;
    private Visitor visitor;

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
        visitor = Visitor.of(chromium.browser(), system.dashboard(), false);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aVisitorBecomesPartOfAnAccountWhileThePageIsOpen() {
        see("anonymous:v-1");
        Page page = openOnceKnown("anonymous:v-1");
        assertThat(page.locator("h1")).hasText("anonymous:v-1");
        visitor.markAsLoaded();

        see("user:ann", "anonymous:v-1");

        assertThat(page.locator("h1")).hasText("user:ann", patiently());
        assertThat(page.locator(".part")).hasText("Visitor v-1 is part of this customer.");
        assertThat(page.locator(".members li")).hasCount(2);
        assertThat(page.locator(".changes")).containsText("Visitor v-1 became part of this customer", containing());
        visitor.assertWasNotLoadedAnew();

        page.keyboard().press("/");
        page.keyboard().type("v-1");
        Locator found = page.locator("[role=option]").first();
        assertThat(found).containsText("Visitor v-1, part of user:ann");
    }

    @Test
    void twoAccountsOnOneTabletAreAQuestion() {
        see("user:cid", "device:tablet");
        openOnceKnown("device:tablet");
        see("user:dan", "device:tablet");

        Page page = visitor.open("/identities");
        Locator question = page.locator(".questions li");
        assertThat(question).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(question).containsText("Both have an account of their own");
        assertThat(question.locator(".side a")).hasText(new String[] {"Account cid", "Account dan"});

        question.locator(".side a").last().click();
        assertThat(page.locator("h1")).hasText("user:dan");
        assertThat(page.locator(".changes"))
                .containsText("Not joined with account cid: both have an account of their own");
    }

    @Test
    void whatCouldNotBeDoneIsTold() {
        seeWith(",\"references\":[{\"type\":\"order\",\"id\":\"1017\"}]", "user:eve");
        openOnceKnown("user:eve");
        seeWith(",\"references\":[{\"type\":\"order\",\"id\":\"1017\"}]", "user:finn");
        gateway.split("user:eve");

        await("both are published").atMost(PATIENCE).pollInSameThread().until(() -> {
            String changes = visitor.open("/identities").locator(".identities").textContent();
            return changes.contains("is a customer by itself: nothing was split")
                    && changes.contains("Two customers have events of order:1017");
        });
        assertThat(visitor.page().locator(".changes"))
                .containsText("Two customers have events of order:1017: account eve, with whom it stays");
        assertThat(visitor.page().locator(".changes"))
                .containsText("Account eve is a customer by itself: nothing was split");
    }

    /** An event that carries these identities. */
    private void see(String... identities) {
        seeWith("", identities);
    }

    /** An event that carries these identities, and more fields. */
    private void seeWith(String more, String... identities) {
        String names = List.of(identities).stream()
                .map(identity -> identity.split(":", 2))
                .map(parts -> "{\"namespace\":\"%s\",\"value\":\"%s\"}".formatted(parts[0], parts[1]))
                .collect(Collectors.joining(","));
        gateway.send(
                "{\"identities\":[%s],\"occurredAt\":\"%s\",\"channel\":\"web\",\"kind\":\"visit\",\"direction\":\"in\"%s}"
                        .formatted(names, Instant.now(), more));
    }

    private Page openOnceKnown(String identity) {
        await(identity + " is known")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> visitor.open(Views.customer(identity))
                                .locator(".standing")
                                .count()
                        > 0);
        return visitor.page();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions containing() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }
}
