package io.truenorth.gateway.sources.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is fetched of a sender; whose hosts and schemes are checked before. */
class HttpsFetcherTest {

    private final HttpsFetcher fetcher = new HttpsFetcher();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSmallDocumentIsFetched() throws IOException {
        answer("/small", 200, 64 << 10);

        assertThat(fetcher.fetch(url("/small")))
                .hasValueSatisfying(body -> assertThat(body).hasSize(64 << 10));
    }

    @Test
    void redirectsErrorsAndLargeDocumentsAreNone() throws IOException {
        answer("/small", 200, 1);
        answer("/large", 200, (64 << 10) + 1);
        answer("/missing", 404, 1);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/small").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(fetcher.fetch(url("/large"))).isEmpty();
        assertThat(fetcher.fetch(url("/missing"))).isEmpty();
        assertThat(fetcher.fetch(url("/moved"))).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsNamed() {
        URI gone = url("/small");
        server.stop(0);

        assertThatThrownBy(() -> fetcher.fetch(gone))
                .isInstanceOf(IOException.class)
                .hasMessage(gone.getHost() + " does not answer");
    }

    private void answer(String path, int status, int bytes) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes);
            exchange.getResponseBody().write(new byte[bytes]);
            exchange.close();
        });
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
