package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.truenorth.endtoend.ConsumedTopics;
import io.truenorth.endtoend.dashboard.BrowserCondition;
import io.truenorth.endtoend.dashboard.Chromium;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.Topics;
import io.truenorth.standalone.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The library of Segment for browsers, unchanged but for its host, delivers from a page into customers that are scored. */
@ExtendWith(BrowserCondition.class)
class BrowserLibraryIT {

    private static final String KEY = "a-write-key";
    private static final String KEY_OF_BUSY = "the-write-key-of-the-busy";
    private static final Path WEB = Path.of("src/test/web");
    private static final Path LIBRARY = Path.of("@segment/analytics-next/dist/umd/index.js");

    /** A browser without a window says that it is one, and would be taken for a machine. */
    private static final String OF_A_PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36";

    @TempDir
    private Path directory;

    @Test
    void whatAPageSendsIsScored() throws Exception {
        Optional<Path> libraries = NodeProgram.install("@segment/analytics-next@1");
        assumeTrue(libraries.isPresent(), "there is an npm");
        try (ShopPages shop = new ShopPages(Map.of(
                        "/", WEB.resolve("shop.html"),
                        "/connect-segment.js", WEB.resolve("connect-segment.js"),
                        "/analytics-next/index.js", libraries.get().resolve(LIBRARY)));
                LocalSystem system = start(shop);
                Chromium chromium = Chromium.start()) {
            URI gateway = system.addresses().gateway();
            List<Request> sent = new CopyOnWriteArrayList<>();
            Page page = chromium.browser()
                    .newContext(new NewContextOptions().setUserAgent(OF_A_PERSON))
                    .newPage();
            page.onRequestFinished(sent::add);

            QueryClient queries = ConnectedSystem.queries(system);
            ConsumedTopics topics = new ConsumedTopics(system.deployment());

            Map<String, String> strategies = Map.of(
                    "web-single",
                    "undefined",
                    "web-batched",
                    "{strategy: 'batching', config: {size: 3, timeout: 300}}");
            for (Map.Entry<String, String> strategy : strategies.entrySet()) {
                String stranger = visit(page, shop, gateway, KEY, strategy.getKey(), strategy.getValue());
                ConnectedSystem.assertIsScored(queries, "user:" + strategy.getKey(), "west");
                await("the stranger is the user")
                        .untilAsserted(() -> assertThat(topics.latest(Topics.CUSTOMER_REDIRECTS))
                                .containsEntry("anonymous:" + stranger, "user:" + strategy.getKey()));
            }
            visit(page, shop, gateway, KEY_OF_BUSY, "web-again", "undefined");
            ConnectedSystem.assertIsScored(queries, "user:web-again", "west");
            visit(
                    page,
                    shop,
                    gateway,
                    KEY,
                    "web-left",
                    "{strategy: 'batching', config: {size: 99, timeout: 99999999}}");
            page.navigate(shop.origin() + "/");
            ConnectedSystem.assertIsScored(queries, "user:web-left", "west");

            assertThat(paths(sent)).contains("/v1/p", "/v1/i", "/v1/t", "/v1/s", "/v1/g", "/v1/a", "/v1/b");
            assertThat(sent)
                    .as("the busy source takes two events a second, so that others are sent again")
                    .anySatisfy(request -> assertThat(request.headers()).containsKey("x-retry-count"));
        }
    }

    private LocalSystem start(ShopPages shop) throws Exception {
        return ConnectedSystem.start(
                directory,
                Map.of(
                        "pages.yaml",
                        document(KEY, shop),
                        "busy.yaml",
                        document(KEY_OF_BUSY, shop) + "limit: { perSecond: 2, burst: 1 }\n"),
                Map.of());
    }

    private static String document(String key, ShopPages shop) throws IOException {
        return ConnectedSystem.document("pages.yaml", key).replace("https://shop.example.org", shop.origin());
    }

    /** Opens the page anew as somebody new, and makes all calls of the library. */
    private static String visit(Page page, ShopPages shop, URI gateway, String key, String user, String strategy) {
        page.navigate(shop.origin() + "/");
        page.evaluate("localStorage.clear()");
        page.context().clearCookies();
        page.reload();
        return (String) page.evaluate(
                "([gateway, key, user]) => visit(connect(gateway, key, " + strategy + "), user)",
                List.of(gateway.toString(), key, user));
    }

    private static List<String> paths(List<Request> sent) {
        return sent.stream().map(request -> URI.create(request.url()).getPath()).toList();
    }
}
