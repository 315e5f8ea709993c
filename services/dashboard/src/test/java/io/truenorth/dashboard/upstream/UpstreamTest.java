package io.truenorth.dashboard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void whereOneInstanceIsAwayTheNextIsAsked() throws Exception {
        Upstream upstream = upstream(away(), publishThread("two", 200));

        assertThat(new String(upstream.ask("/").body(), StandardCharsets.UTF_8)).isEqualTo("two");
    }

    @Test
    void whereOneIsNotReadyTheNextIsAskedAndStaysTheFirst() throws Exception {
        Upstream upstream = upstream(publishThread("starting", 503), publishThread("two", 200));

        assertThat(new String(upstream.ask("/").body(), StandardCharsets.UTF_8)).isEqualTo("two");
        servers.get(0).stop(0);
        assertThat(new String(upstream.ask("/").body(), StandardCharsets.UTF_8)).isEqualTo("two");
    }

    @Test
    void whereNoneIsReadyThatIsTheAnswer() throws Exception {
        assertThat(upstream(publishThread("starting", 503), away()).ask("/").statusCode())
                .isEqualTo(503);
    }

    @Test
    void whereAllAreAwayItSaysWhichWasAskedLast() throws Exception {
        URI last = away();

        assertThatThrownBy(() -> upstream(away(), last).ask("/"))
                .isInstanceOf(UpstreamUnavailableException.class)
                .hasMessage(last + " does not answer");
    }

    @Test
    void whatEachTellsIsThatOfThoseThatAreWell() throws Exception {
        Upstream upstream =
                upstream(publishThread("one", 200), publishThread("broken", 503), away(), publishThread("two", 200));

        assertThat(upstream.texts("/")).containsExactly("one", "two");
        assertThat(upstream.instances()).isEqualTo(4);
    }

    private static Upstream upstream(URI... instances) {
        return new Upstream(
                new UpstreamConfig(Stream.of(instances).toList(), Optional.empty()), Duration.ofSeconds(10));
    }

    private URI publishThread(String text, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where somebody listened a moment ago. */
    private URI away() throws IOException {
        URI gone = publishThread("", 200);
        servers.remove(servers.size() - 1).stop(0);
        return gone;
    }
}
