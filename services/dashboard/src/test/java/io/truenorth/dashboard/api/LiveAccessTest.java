package io.truenorth.dashboard.api;

import static io.truenorth.dashboard.access.OpenIdProvider.ann;
import static io.truenorth.dashboard.access.OpenIdProvider.inSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long who was let in may follow. */
class LiveAccessTest {
    private GuardedDashboard guarded;
    private DashboardUnderTest dashboard;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        guarded = new GuardedDashboard(folder);
        dashboard = guarded.dashboard();
    }

    @AfterEach
    void stop() {
        guarded.close();
    }

    @Test
    void whoseTokenExpiresFollowsNoMore() throws Exception {
        String token = guarded.provider().token(ann("viewer").expirationTime(inSeconds(600)));
        try (InputStream expiring = dashboard.open("/v1/events", token).body();
                InputStream lasting =
                        dashboard.open("/v1/events", GuardedDashboard.VIEWER).body()) {
            await().until(() -> dashboard.live().clientCount() == 2);

            dashboard.letPass(Duration.ofSeconds(661));

            assertThat(end(expiring)).as("the answer ends").startsWith("retry: 2000");
            await().until(() -> dashboard.live().clientCount() == 1);
            dashboard.live().publish("overview", "overview all", "{}");
            assertThat(lasting.readNBytes(20)).as("others go on").hasSize(20);
        }
    }

    @Test
    void untilThenItGoesOn() throws Exception {
        String token = guarded.provider().token(ann("viewer").expirationTime(inSeconds(600)));
        try (InputStream body = dashboard.open("/v1/events", token).body()) {
            await().until(() -> dashboard.live().clientCount() == 1);

            dashboard.letPass(Duration.ofSeconds(500));
            await().during(Duration.ofMillis(2_500))
                    .until(() -> dashboard.live().clientCount() == 1);

            dashboard.live().publish("overview", "overview all", "{}");
            assertThat(new String(body.readNBytes(20), StandardCharsets.UTF_8)).startsWith("retry: 2000\n\nid: ");
        }
    }

    private static String end(InputStream body) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        return "broken: " + e.getMessage();
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }
}
