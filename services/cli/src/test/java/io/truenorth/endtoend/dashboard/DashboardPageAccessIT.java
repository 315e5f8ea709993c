package io.truenorth.endtoend.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page is for everybody: by keyboard, by screen reader, by day and by night. */
@RequiresBrowser
class DashboardPageAccessIT {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noViewBarsAnybody(ColorScheme scheme, ShownSystem system) {
        // The checker puts a script of its own into the page, which the page's policy refuses.
        try (Visitor visitor = system.visitorWithoutPolicy()) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String view : Views.all(system.customers().best())) {
                Page page = visitor.open(view);
                AxeResults checked = new AxeBuilder(page).analyze();
                assertThat(checked.getPasses())
                        .as("what was checked in " + view)
                        .isNotEmpty();
                List<String> findings = checked.getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(DashboardPageAccessIT::described)
                        .toList();
                assertThat(findings).as(view).isEmpty();
            }
        }
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
    }

    @Test
    void nightIsDark(ShownSystem system) {
        try (Visitor visitor = system.visitor()) {
            Page page = visitor.open("/");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(brightness(page, "backgroundColor")).isGreaterThan(brightness(page, "color"));

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(brightness(page, "backgroundColor")).isLessThan(brightness(page, "color"));
        }
    }

    private static int brightness(Page page, String colour) {
        return (int) page.evaluate(
                "of => getComputedStyle(document.body)[of].match(/\\d+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0)",
                colour);
    }

    @Test
    void keysLeadToAViewAndWalkItsTable(ShownSystem system) {
        try (Visitor visitor = system.visitor()) {
            Page page = visitor.open("/");
            page.keyboard().press("g");
            page.keyboard().press("s");
            assertThat(page).hasURL(Pattern.compile("/segments$"));
            page.locator(".segment-table tbody tr").first().waitFor();

            page.locator(".segment-table tbody a").first().focus();
            page.keyboard().press("ArrowDown");

            assertThat(page.locator(".segment-table tbody tr").nth(1).locator("th a"))
                    .isFocused();
            assertThat(page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)"))
                    .as("the outline of what has the focus, in pixels")
                    .isEqualTo(2);
        }
    }

    @Test
    void aCustomerIsFoundByName(ShownSystem system) {
        String customer = system.customers().best();
        try (Visitor visitor = system.visitor()) {
            Page page = visitor.open("/");
            page.keyboard().press("/");
            page.keyboard().type(customer);
            page.locator("[role=option]").first().waitFor();

            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText(customer);
        }
    }
}
