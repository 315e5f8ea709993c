package io.truenorth.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.api.DashboardUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients on real connections. */
class LiveFeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DashboardUnderTest dashboard = new DashboardUnderTest(new Population());
    private final LiveFeed feed = dashboard.live();
    private final List<Follower> followers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Follower follower : followers) {
            follower.socket.close();
        }
        dashboard.close();
    }

    @Test
    void whatHappensIsToldWithAnId() throws Exception {
        Follower follower = follow("", Optional.empty());

        feed.publish("overview", "overview all", "{\"n\":1}");

        assertThat(follower.next("data")).isEqualTo("data: {\"n\":1}");
        assertThat(follower.sample)
                .anyMatch(line -> line.matches("id: \\d+"))
                .contains("retry: 2000", "event: overview");
    }

    @Test
    void whoComesBackGoesOnBehindTheLastEvent() throws Exception {
        Follower first = follow("", Optional.empty());
        feed.publish("pipeline", "a", "1");
        String id = first.next("id").substring("id: ".length());
        feed.publish("pipeline", "b", "2");
        feed.publish("pipeline", "c", "3");

        Follower back = follow("", Optional.of(id));

        assertThat(back.next("data")).isEqualTo("data: 2");
        assertThat(back.next("data")).isEqualTo("data: 3");
    }

    @Test
    void whoWasAwayForLongBeginsAnew() throws Exception {
        feed.publish("pipeline", "a", "1");

        Follower back = follow("", Optional.of("7"));

        assertThat(back.next("event")).isEqualTo("event: reset");
    }

    @Test
    void aCustomerIsToldOfToThoseWhoFollow() throws Exception {
        Follower ofAnn = follow("?customer=crm:ann", Optional.empty());
        Follower ofNobody = follow("", Optional.empty());

        assertThat(feed.isFollowed("crm:ann")).isTrue();
        assertThat(feed.isFollowed("crm:bob")).isFalse();
        feed.publishOf("crm:ann", "customer", Set.of("crm:ann"), "{\"id\":\"crm:ann\"}");
        feed.publish("pipeline", "pipeline", "{}");

        assertThat(ofAnn.next("event")).isEqualTo("event: customer");
        assertThat(ofNobody.next("event")).isEqualTo("event: pipeline");
    }

    @Test
    void whoTakesNothingIsLetGoAndTheOthersAreToldEverything() throws Exception {
        Follower lively = follow("", Optional.empty());
        for (int i = 0; i < 20; i++) {
            follow("", Optional.empty());
        }
        String large = "\"" + "x".repeat(100_000) + "\"";
        Thread reading = new Thread(() -> lively.readUntil("data: \"the end\""));
        reading.start();

        for (int round = 0; round < 60; round++) {
            feed.publish("overview", "overview " + round, large);
        }
        await("those who are stalled are gone").atMost(PATIENCE).until(() -> feed.clientCount() == 1);
        feed.publish("overview", "overview", "\"the end\"");

        reading.join(PATIENCE.toMillis());
        assertThat(lively.sample).contains("data: \"the end\"");
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        Follower follower = follow("?customer=crm:ann", Optional.empty());
        follower.socket.close();

        await("it is noticed when the next event cannot be written")
                .atMost(PATIENCE)
                .until(() -> {
                    feed.publish("pipeline", "pipeline", "{}");
                    return feed.clientCount() == 0 && !feed.isFollowed("crm:ann");
                });
    }

    private Follower follow(String query, Optional<String> lastId) throws Exception {
        int before = feed.clientCount();
        Follower follower = new Follower(dashboard.uri(), query, lastId);
        followers.add(follower);
        await("the client follows").atMost(PATIENCE).until(() -> feed.clientCount() > before);
        return follower;
    }

    /** A client on a plain socket, which reads only when told to. */
    private static final class Follower {
        private final Socket socket;
        private final BufferedReader in;
        private final List<String> sample = new ArrayList<>();

        Follower(URI server, String query, Optional<String> lastId) throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(8_192);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String request = "GET /v1/events" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                    + lastId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String next(String field) throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith(field + ":")) {
                sample.add(line);
                line = in.readLine();
            }
            sample.add(String.valueOf(line));
            return String.valueOf(line);
        }

        void readUntil(String last) {
            try {
                String line = next("data");
                while (!line.equals(last) && !line.equals("null")) {
                    line = next("data");
                }
            } catch (IOException e) {
                sample.add("broken: " + e.getMessage());
            }
        }
    }
}
