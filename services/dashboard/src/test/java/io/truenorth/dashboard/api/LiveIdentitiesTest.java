package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.pipeline.PipelineState.Counts;
import io.truenorth.dashboard.pipeline.PipelineState.Level;
import io.truenorth.dashboard.scopes.Snapshots;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client follows the customer that has an identity, also when that changes. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LiveIdentitiesTest {
    private final Population people =
            new Population().add("user:ann").at(Stage.LOYAL, 61_000_000).known();
    private final DashboardUnderTest dashboard = new DashboardUnderTest(people);
    private final Customers customers = new Customers(dashboard.erasures());
    private final LivePublisher publisher = new LivePublisher(
            dashboard.live(),
            new Snapshots(),
            customers,
            dashboard.identities(),
            dashboard.erasures(),
            LiveIdentitiesTest::unpolled);

    /** Never polled, and so never published. */
    static PipelineState unpolled() {
        return new PipelineState(
                Level.OK,
                List.of(),
                0,
                0,
                OptionalDouble.empty(),
                0,
                0,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0),
                false,
                Optional.empty(),
                List.of());
    }

    @BeforeEach
    void publishChangesOfIdentities() {
        dashboard.identities().onChange(publisher::changed);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void whoFollowsAJoinedIdentityGetsTheEventsOfItsCustomer() throws Exception {
        dashboard.identities().redirect("anonymous:1", "user:ann", KnownChanges.PUBLISHED);
        try (BufferedReader events = follow("anonymous:1")) {
            customers.accept("user:ann", people.score("user:ann"));

            assertThat(next(events, "customer")).contains("\"id\":\"user:ann\"", "\"points\":61");
        }
    }

    @Test
    void whoFollowsACustomerThatJoinsAnotherIsToldWhichOne() throws Exception {
        try (BufferedReader events = follow("anonymous:1")) {
            dashboard.identities().redirect("anonymous:1", "user:ann", KnownChanges.PUBLISHED);

            assertThat(next(events, "identities"))
                    .isEqualTo("data: {\"id\":\"anonymous:1\",\"customer\":\"user:ann\"}");
        }
    }

    @Test
    void whoFollowsACustomerIsToldOfARefusal() throws Exception {
        try (BufferedReader events = follow("user:ann")) {
            dashboard
                    .identities()
                    .accept(
                            "user:ann",
                            KnownChanges.refused(
                                    "user:ann", "device:1", "user:bob", "UNIQUE_NAMESPACE", "2026-03-01T10:00:00Z"));

            assertThat(next(events, "identities")).contains("\"id\":\"user:ann\"");
        }
    }

    @Test
    void everybodyIsToldHowManyWereJoinedRefusedAndSplit() throws Exception {
        try (BufferedReader events = follow("user:somebody")) {
            dashboard
                    .identities()
                    .accept(
                            "user:ann",
                            KnownChanges.joined(
                                    "user:ann",
                                    List.of("anonymous:1"),
                                    "anonymous:1",
                                    "user:ann",
                                    "2026-03-01T10:00:00Z"));
            dashboard.identities().accept("user:ann", KnownChanges.split("user:ann", "card:7", "2026-03-01T11:00:00Z"));

            publisher.start();
            try {
                assertThat(next(events, "joins")).isEqualTo("data: {\"joined\":1,\"refused\":0,\"split\":1}");
            } finally {
                publisher.stop(Duration.ofSeconds(5));
            }
        }
    }

    private BufferedReader follow(String id) throws Exception {
        BufferedReader events = new BufferedReader(new InputStreamReader(
                dashboard.open("/v1/events?customer=" + id, "").body(), StandardCharsets.UTF_8));
        String customer = dashboard.identities().customerOf(id);
        await().until(() -> dashboard.live().isFollowed(id) && dashboard.live().isFollowed(customer));
        return events;
    }

    /** The data of the next event of a name. */
    private static String next(BufferedReader events, String name) throws Exception {
        String line = events.readLine();
        while (!line.equals("event: " + name)) {
            line = events.readLine();
        }
        return events.readLine();
    }
}
