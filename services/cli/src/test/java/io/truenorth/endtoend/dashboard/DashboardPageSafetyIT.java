package io.truenorth.endtoend.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page asks nobody but its own service, and whatever a channel sends is text. */
@RequiresBrowser
class DashboardPageSafetyIT {

    @Test
    void noViewComplainsOrAsksAnotherHost(ShownSystem system) {
        try (Visitor visitor = system.visitor()) {
            Views.all(system.customers().best()).forEach(visitor::open);

            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** Without the policy that would stop a script even if the page let one in. */
    @Test
    void markupThatAChannelSendsIsShownAsText(ShownSystem system) {
        try (Visitor visitor = system.visitorWithoutPolicy()) {
            List<String> views = Views.all(HostileTouches.customer());
            views.forEach(visitor::open);
            Page page = visitor.page();
            assertThat(page.locator("h1").textContent()).isEqualTo(HostileTouches.customer());
            assertThat(page.locator("main").textContent()).contains(HostileTouches.REGION, HostileTouches.SUBJECT);

            visitor.open("/segments/region");
            assertThat(page.locator(".segment-table tbody").textContent()).contains(HostileTouches.REGION);

            page.keyboard().press("/");
            page.keyboard().type("onerror");
            page.locator("[role=option]").first().waitFor();
            assertThat(page.locator("[role=listbox]").textContent()).contains(HostileTouches.NAME);

            assertThat(page.locator("main img, main script").count()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aScriptWithinThePageIsRefused(ShownSystem system) {
        try (Visitor visitor = system.visitor()) {
            visitor.open("/");
            visitor.page()
                    .evaluate("() => { const own = document.createElement('script'); own.textContent = 'alert(5)';"
                            + " document.body.append(own); }");

            assertThat(visitor.complaints())
                    .singleElement()
                    .asString()
                    .contains("Content Security Policy")
                    .doesNotContain("a script ran");
        }
    }

    @Test
    void thePageMayNotBeFramed(ShownSystem system) {
        try (Visitor visitor = system.visitor()) {
            Response answer = visitor.page().navigate(system.page().toString());

            assertThat(answer.headerValue("content-security-policy")).contains("frame-ancestors 'none'");
        }
    }
}
