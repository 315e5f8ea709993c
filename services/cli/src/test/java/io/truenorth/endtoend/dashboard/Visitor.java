package io.truenorth.endtoend.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser of their own, and what their browser complained of. */
final class Visitor implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final URI home;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context, URI home) {
        this.context = context;
        this.page = context.newPage();
        this.home = home;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("not caught: " + error));
        page.onDialog(dialog -> {
            complaints.add("a script ran: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("data:")
                    && !URI.create(request.url()).getAuthority().equals(home.getAuthority())) {
                complaints.add("another host was asked: " + request.url());
            }
        });
    }

    static Visitor of(Browser browser, URI home, boolean bypassesPolicy) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setBypassCSP(bypassesPolicy)
                        .setViewportSize(1280, 900)),
                home);
    }

    Page page() {
        return page;
    }

    /** Opens a view and waits until it is drawn. */
    Page open(String path) {
        page.navigate(home.resolve(path).toString());
        awaitDrawn();
        return page;
    }

    /** How many customers are known, on True north; the whole number is its title. */
    Locator known() {
        return page.locator(".counts a .num").nth(2);
    }

    /** Until what was asked for is there. */
    void awaitDrawn() {
        page.locator("#content:not([aria-busy]) > :not(.skeleton)")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    void markAsLoaded() {
        page.evaluate("window.isTheSame = true");
    }

    void assertWasNotLoadedAnew() {
        assertThat(page.evaluate("window.isTheSame === true"))
                .as("the page was not loaded anew")
                .isEqualTo(true);
    }

    /** Errors, warnings, dialogs and requests to others, until now. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
