package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for much and reads little of it, or nothing. */
class SlowReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROMPTLY = Duration.ofSeconds(15);
    private static final int THREADS = 16;
    private static final int ASKED_FOR = 16 * 1024 * 1024;
    private static final byte[] LARGE = new byte[1024 * 1024];
    private static final long ROOM_FOR_SOME = 8L * LARGE.length;

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private final List<Socket> clients = new ArrayList<>();
    private HttpServer server;

    private void start(long room, LongSupplier clock) {
        HttpConfig config = new HttpConfig("127.0.0.1", 0, THREADS, 1000, PATIENCE, List.of(), false);
        server = new HttpServer(
                config,
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(routes -> {
                    routes.get("/much", ctx -> ctx.result(much()));
                    routes.get("/large", ctx -> ctx.result(LARGE));
                    routes.get("/small", ctx -> ctx.result("small"));
                }),
                new TokenGuard(config),
                new BufferedResponses(metrics.registry(), room, clock));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        server.stop(PATIENCE);
        metrics.close();
    }

    @Test
    void holdsLittleOfWhatWasWrittenWhereThereIsNoRoom() throws Exception {
        start(64 * 1024, nanos::get);

        ask("/much");
        await("the server waits for the client")
                .atMost(PATIENCE)
                .until(() -> written.get() > 0 && standsStill(written.get()));

        assertThat(written.get()).isLessThan(1024 * 1024);
    }

    @Test
    void whoReadsNothingHoldsNoThread() throws Exception {
        start(1000L * LARGE.length, nanos::get);
        for (int i = 0; i < 2 * THREADS; i++) {
            ask("/large");
        }
        await("all of them wait").atMost(PATIENCE).until(() -> unread() > 1.5 * THREADS * LARGE.length);

        assertThat(get("/small").body()).isEqualTo("small");
        assertThat(get("/large").body()).hasSize(LARGE.length);
    }

    @Test
    void behindManyWhoReadNextToNothingWhoReadsIsAnsweredPromptly() throws Exception {
        start(ROOM_FOR_SOME, System::nanoTime);
        for (int i = 0; i < 200; i++) {
            ask("/large");
        }

        long begun = System.nanoTime();
        HttpResponse<String> small = get("/small");
        HttpResponse<String> large = get("/large");
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(small.body()).isEqualTo("small");
        assertThat(large.body()).hasSize(LARGE.length);
        assertThat(taken).isLessThan(PROMPTLY);
        for (Socket client : clients) {
            client.getInputStream().read();
        }
        await("there is room again")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unread()).isLessThanOrEqualTo(ROOM_FOR_SOME));
        assertThat(cutOff()).as("most of them are cut off").isGreaterThan(150);
    }

    @Test
    void whoTakesTooLittleInAMinuteIsCutOffAndWhoTakesEnoughIsNot() throws Exception {
        start(1000L * LARGE.length, nanos::get);
        Socket slow = ask("/large");
        Socket honest = ask("/large");
        await().atMost(PATIENCE).until(() -> unread() > LARGE.length);

        slow.getInputStream().readNBytes(1000);
        double before = unread();
        honest.getInputStream().readNBytes(300 * 1024);
        await("the connection takes more").atMost(PATIENCE).until(() -> unread() < before - 60 * 1024);
        nanos.addAndGet(BufferedResponses.WINDOW.toNanos());

        await().atMost(PATIENCE).until(() -> cutOff() == 1);
        assertThat(rest(slow)).as("cut off").isLessThan(LARGE.length);
        assertThat(rest(honest)).as("gets all of it").isGreaterThan(LARGE.length - 300 * 1024);
    }

    @Test
    void whoComesBackForMoreOnTheSameConnectionGetsIt() throws Exception {
        start(ROOM_FOR_SOME, System::nanoTime);

        for (int i = 0; i < 20; i++) {
            assertThat(get("/large").body()).hasSize(LARGE.length);
        }

        assertThat(unread()).isZero();
        assertThat(cutOff()).isZero();
    }

    /** Asks and reads nothing; a client that keeps little by itself. */
    private Socket ask(String path) throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.setReceiveBufferSize(4096);
        client.connect(new InetSocketAddress("127.0.0.1", server.port()));
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .formatted(path)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** How many bytes still come. */
    private static long rest(Socket client) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        return 0L;
                    }
                })
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(PATIENCE)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private double unread() {
        return metrics.registry().get("http.server.unread").gauge().value();
    }

    private double cutOff() {
        return metrics.registry().get("http.server.clients.cut.off").counter().count();
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
