package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.scopes.Snapshots;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients of the live events are told of an erasure, and what they are not told any more. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LiveErasureTest {
    private final Population people = new Population()
            .add("user:ann")
            .at(Stage.LOYAL, 61_000_000)
            .known()
            .add("user:bob")
            .at(Stage.AWARE, 9_000_000)
            .known();
    private final DashboardUnderTest dashboard = new DashboardUnderTest(people);
    private final LivePublisher publisher = new LivePublisher(
            dashboard.live(),
            new Snapshots(),
            dashboard.customers(),
            dashboard.identities(),
            dashboard.erasures(),
            LiveIdentitiesTest::unpolled);

    @BeforeEach
    void start() {
        publisher.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        publisher.stop(Duration.ofSeconds(5));
        dashboard.close();
    }

    @Test
    void everybodyIsToldThatSomebodyWasErasedAndNotWho() throws Exception {
        try (BufferedReader events = follow("user:bob")) {
            erase();

            upTo("event: erased", events);

            assertThat(events.readLine()).isEqualTo("data: {\"customers\":1}");
        }
    }

    @Test
    void whoResumesIsNotToldOfAnErasedCustomer() throws Exception {
        String first;
        try (BufferedReader events = follow("user:ann")) {
            dashboard.live().publish("overview", "overview all", "{}");
            List<String> lines = upTo("id: ", events);
            first = lines.get(lines.size() - 1).substring("id: ".length());
            dashboard.customers().accept("user:ann", people.score("user:ann"));
            dashboard.identities().redirect("card:7", "user:ann", KnownChanges.PUBLISHED);
            upTo("event: customer", events);
            assertThat(events.readLine()).contains("user:ann");
        }
        erase();
        dashboard.live().publish("overview", "overview all", "{\"after\":true}");

        HttpResponse<InputStream> resumed = dashboard.open(
                "GET", "/v1/events?customer=user:ann&customer=card:7", "", Map.of("Last-Event-ID", first));
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(resumed.body(), StandardCharsets.UTF_8))) {
            assertThat(upTo("data: {\"after\":true}", events)).noneMatch(line -> line.contains("ann"));
        }
    }

    private void erase() {
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T23:00:00Z", "user:ann", "card:7"));
    }

    private BufferedReader follow(String id) throws Exception {
        BufferedReader events = new BufferedReader(new InputStreamReader(
                dashboard.open("/v1/events?customer=" + id, "").body(), StandardCharsets.UTF_8));
        await().until(() -> dashboard.live().isFollowed(id));
        return events;
    }

    /** The lines up to the one that begins so. */
    private static List<String> upTo(String beginning, BufferedReader events) throws Exception {
        List<String> lines = new ArrayList<>();
        String line = events.readLine();
        lines.add(line);
        while (!line.startsWith(beginning)) {
            line = events.readLine();
            lines.add(line);
        }
        return lines;
    }
}
