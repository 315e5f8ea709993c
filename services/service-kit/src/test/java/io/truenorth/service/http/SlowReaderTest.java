package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who asks for much and reads nothing. */
class SlowReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ASKED_FOR = 16 * 1024 * 1024;

    private final AtomicLong written = new AtomicLong();

    @Test
    void holdsLittleOfWhatWasWritten() throws Exception {
        ServiceMetrics metrics = ServiceMetrics.ofPart("test");
        HttpServer server = new HttpServer(
                new HttpConfig("127.0.0.1", 0, 16, 1000, PATIENCE, List.of(), false),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(routes -> routes.get("/much", ctx -> ctx.result(much()))));
        server.start();
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress("127.0.0.1", server.port()));
            client.getOutputStream()
                    .write("GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await("the server waits for the client")
                    .atMost(PATIENCE)
                    .until(() -> written.get() > 0 && standsStill(written.get()));

            assertThat(written.get()).isLessThan(1024 * 1024);
        } finally {
            server.stop(PATIENCE);
            metrics.close();
        }
    }

    private InputStream much() {
        return new InputStream() {
            @Override
            public int read() {
                return written.incrementAndGet() > ASKED_FOR ? -1 : 0;
            }
        };
    }

    private boolean standsStill(long before) {
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        return written.get() == before;
    }
}
