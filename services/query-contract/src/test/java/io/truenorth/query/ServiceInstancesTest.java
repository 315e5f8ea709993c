package io.truenorth.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceInstancesTest {
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void whereOneInstanceIsAwayTheNextIsAsked() throws Exception {
        ServiceInstances instances = instances(away(), serving("two", 200));

        assertThat(new String(instances.get("/").body(), StandardCharsets.UTF_8))
                .isEqualTo("two");
    }

    @Test
    void whereOneIsNotReadyTheNextIsAskedAndStaysTheFirst() throws Exception {
        ServiceInstances instances = instances(serving("starting", 503), serving("two", 200));

        assertThat(new String(instances.get("/").body(), StandardCharsets.UTF_8))
                .isEqualTo("two");
        servers.get(0).stop(0);
        assertThat(new String(instances.get("/").body(), StandardCharsets.UTF_8))
                .isEqualTo("two");
    }

    @Test
    void whereNoneIsReadyThatIsTheAnswer() throws Exception {
        assertThat(instances(serving("starting", 503), away()).get("/").statusCode())
                .isEqualTo(503);
    }

    @Test
    void whereAllAreAwayItSaysWhichWasAskedLast() throws Exception {
        URI last = away();

        assertThatThrownBy(() -> instances(away(), last).get("/"))
                .isInstanceOf(QueryFailedException.class)
                .hasMessageStartingWith("no streams service answers at " + last);
    }

    @Test
    void eachInstanceThatIsWellGivesItsAnswer() throws Exception {
        ServiceInstances instances = instances(
                serving("{\"accepted\":1,\"refused\":2}", 200),
                serving("broken", 503),
                away(),
                serving("{\"accepted\":3,\"refused\":4,\"more\":5}", 200));

        assertThat(instances.getFromEach("/", GatewayStatus.class))
                .containsExactly(new GatewayStatus(1, 2), new GatewayStatus(3, 4));
        assertThat(instances.size()).isEqualTo(4);
    }

    @Test
    void anAnswerWithoutACountIsNoneRatherThanZero() throws Exception {
        assertThat(instances(serving("{\"accepted\":1}", 200)).getFromEach("/", GatewayStatus.class))
                .isEmpty();
    }

    private static ServiceInstances instances(URI... instances) {
        return new ServiceInstances(
                HttpClient.newHttpClient(),
                "streams service",
                Stream.of(instances).toList(),
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    private URI serving(String text, int status) throws IOException {
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
        URI gone = serving("", 200);
        servers.remove(servers.size() - 1).stop(0);
        return gone;
    }
}
