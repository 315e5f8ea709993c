package io.truenorth.benchmarks.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;

/**
 * The load of a page by a new visitor.
 *
 * @param paintMillis first contentful paint
 * @param drawnMillis time until the content was complete
 * @param kilobytes transferred size of the page's own files, without data
 * @param files number of its own files
 * @param gzipped how many of them were compressed
 * @param largestPlain size of the largest uncompressed one, in bytes
 */
record PageLoad(double paintMillis, double drawnMillis, double kilobytes, long files, long gzipped, long largestPlain) {

    private static final String NOTE_WHEN_DRAWN = """
            new MutationObserver((changes, observer) => {
              if (document.querySelector('#content:not([aria-busy]) > :not(.skeleton, .state, noscript)')) {
                window.drawnAt = performance.now();
                observer.disconnect();
              }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """;

    private static final String IS_THERE =
            "() => window.drawnAt && performance.getEntriesByName('first-contentful-paint').length > 0";

    private static final String SEEN = """
            () => {
              const own = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter((file) => !new URL(file.name).pathname.startsWith('/v1/'));
              const plain = own.filter((file) => file.encodedBodySize >= file.decodedBodySize);
              return {
                paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                drawn: window.drawnAt,
                bytes: own.reduce((sum, file) => sum + file.encodedBodySize, 0),
                files: own.length,
                plain: plain.length,
                largestPlain: Math.max(0, ...plain.map((file) => file.encodedBodySize)),
              };
            }
            """;

    static PageLoad at(URI page, HeadlessChromium chromium) {
        try (BrowserContext newVisitor = chromium.newVisitor()) {
            newVisitor.addInitScript(NOTE_WHEN_DRAWN);
            Page tab = newVisitor.newPage();
            tab.navigate(page.toString());
            tab.waitForFunction(IS_THERE);
            return of((Map<?, ?>) tab.evaluate(SEEN));
        }
    }

    private static PageLoad of(Map<?, ?> seen) {
        long files = (long) number(seen, "files");
        return new PageLoad(
                number(seen, "paint"),
                number(seen, "drawn"),
                number(seen, "bytes") / 1e3,
                files,
                files - (long) number(seen, "plain"),
                (long) number(seen, "largestPlain"));
    }

    private static double number(Map<?, ?> seen, String name) {
        if (seen.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("expected a number as " + name + ", was " + seen);
    }
}
