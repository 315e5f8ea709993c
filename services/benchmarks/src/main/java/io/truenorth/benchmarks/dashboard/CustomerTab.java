package io.truenorth.benchmarks.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;

/** A browser tab that shows a customer. */
final class CustomerTab implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;
    /** The exact number is in the title, behind which the moment stands; digits are grouped by thin spaces. */
    private static final String POINTS =
            "Number((document.querySelector('.standing .hero')?.title ?? '').split(' points')[0]"
                    + ".replace(/\\u202f/g, '').replace('\\u2212', '-'))";

    private final BrowserContext person;
    private final Page page;

    private CustomerTab(BrowserContext person, URI address) {
        this.person = person;
        this.page = person.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.waitForResponse(
                answer -> answer.url().contains("/v1/events?customer="), () -> page.navigate(address.toString()));
    }

    /** Opens the page; returns once it is subscribed to the customer's changes. */
    static CustomerTab in(HeadlessChromium chromium, URI dashboard) {
        return new CustomerTab(chromium.newVisitor(), dashboard.resolve("/customers/crm:" + PurchaseClient.SHOWN));
    }

    /** The points shown. */
    double points() {
        return ((Number) page.evaluate(POINTS)).doubleValue();
    }

    /** Waits until more points are shown; without events they only decrease. */
    void awaitMoreThan(double points) {
        page.waitForFunction("points => " + POINTS + " > points", points);
    }

    @Override
    public void close() {
        person.close();
    }
}
