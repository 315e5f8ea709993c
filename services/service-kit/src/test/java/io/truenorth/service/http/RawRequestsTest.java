package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of ours sends, byte by byte, to a server of this machine that asks for no token. */
class RawRequestsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ServiceMetrics METRICS = ServiceMetrics.ofPart("test");
    private static final HttpServer SERVER = new HttpServer(
            new HttpConfig("127.0.0.1", 0, 16, 1000, PATIENCE, List.of(), false),
            METRICS,
            new HealthChecks(List.of(), List.of()),
            List.of(routes -> {
                QueryParameters any = QueryParameters.any();
                routes.get("/v1/things", ctx -> ctx.result("got " + ctx.method()), any);
                routes.post("/v1/things", ctx -> ctx.result("posted " + ctx.body()), any);
                routes.put("/v1/things", ctx -> ctx.result("put"), any);
                routes.delete("/v1/things", ctx -> ctx.result("deleted"), any);
            }));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop(PATIENCE);
        METRICS.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET /v1/things HTTP/1.1~~                                                    | 400
            GET /v1/things HTTP/1.0~~                                                    | 421
            GET http://localhost/v1/things HTTP/1.0~~                                    | 421
            GET /v1/things~~                                                             | 505
            GET /v1/things HTTP/1.1~Host:~~                                              | 400
            GET /v1/things HTTP/1.1~Host: evil.example~~                                 | 421
            GET /v1/things HTTP/1.1~Host: localhost.evil.example~~                       | 421
            GET /v1/things HTTP/1.1~Host: 127.0.0.1.evil.example~~                       | 421
            GET /v1/things HTTP/1.1~Host: localhost@evil.example~~                       | 400
            GET /v1/things HTTP/1.1~Host: localhost~Host: evil.example~~                 | 400
            GET /v1/things HTTP/1.1~Host: evil.example~Host: localhost~~                 | 400
            GET http://evil.example/v1/things HTTP/1.1~Host: localhost~~                 | 400
            GET http://localhost/v1/things HTTP/1.1~Host: evil.example~~                 | 400
            POST /v1/things HTTP/1.1~Host: evil.example~Content-Length: 2~~{}            | 421
            DELETE /v1/things HTTP/1.1~Host: evil.example~~                              | 421
            """)
    void whoCallsItByAnotherNameGetsNothing(String request, int status) throws IOException {
        assertIsProblem(answerTo(request), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Content-Length: 4~Transfer-Encoding: chunked~~0~~            | 400
            Content-Length: 4~Content-Length: 5~~abcde                   | 400
            Content-Length: 4, 4~~abcd                                   | 400
            Content-Length: +4~~abcd                                     | 400
            Content-Length: -1~~abcd                                     | 400
            Content-Length : 4~~abcd                                     | 400
            Transfer-Encoding: xchunked~~0~~                             | 400
            Transfer-Encoding: chunked, identity~~0~~                    | 400
            Transfer-Encoding: identity~Content-Length: 4~~abcd          | 400
            Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~   | 400
            Transfer-Encoding: chunked~~0x4~abcd~0~~                     | 400
            Transfer-Encoding: chunked~~-1~abcd~0~~                      | 400
            Transfer-Encoding: chunked~~FFFFFFFFFFFFFFF0~abcd~0~~        | 400
            X: a~ Content-Length: 4~~abcd                                | 400
            Ho st: a~~                                                   | 400
            Expect: nonsense~Content-Length: 4~~abcd                     | 417
            """)
    void aBodyWhoseEndCanBeReadInTwoWaysIsRefused(String rest, int status) throws IOException {
        assertIsProblem(answerTo("POST /v1/things HTTP/1.1~Host: localhost~Connection: close~" + rest), status);
    }

    @Test
    void norDoesHttp10HaveChunks() throws IOException {
        assertIsProblem(
                answerTo(
                        "POST /v1/things HTTP/1.0~Host: localhost~Connection: keep-alive~Transfer-Encoding: chunked~~0~~"
                                + "DELETE /v1/things HTTP/1.1~Host: localhost~Connection: close~~"),
                400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRACE /v1/things       | 405
            TRACE /health/live     | 405
            OPTIONS /v1/things     | 405
            OPTIONS *              | 404
            CONNECT localhost:80   | 501
            DELETE /health/live    | 405
            PROPFIND /v1/things    | 405
            get /v1/things         | 405
            """)
    void aMethodThatIsNotServedIsRefusedAndNothingIsEchoed(String line, int status) throws IOException {
        String answer = answerTo(line + " HTTP/1.1~Host: localhost~Connection: close~X-Secret: hush~~");

        assertIsProblem(answer, status);
        assertThat(answer).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things/../../etc/passwd",
                "/../v1/things",
                "/v1/..;/things",
                "/v1/th%00ings",
                "/v1/%c0%ae%c0%ae/things",
                "/v1/things%zz",
                "/v1/..\\things",
                "//v1/things",
                "/V1/things",
                "/metrics;x=1",
                "/%6detrics"
            })
    void aPathIsTakenAsItStands(String path) throws IOException {
        assertThat(answerTo("GET " + path + " HTTP/1.1~Host: localhost~Connection: close~~"))
                .matches("(?s)HTTP/1.1 40[04] .*")
                .contains("application/problem+json")
                .doesNotContain("jetty", "Jetty", "java.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,DELETE,got GET",
        "GET,POST,got GET",
        "GET,HEAD,got GET",
        "POST,DELETE,posted abcd",
        "POST,PUT,posted abcd",
        "POST,GET,posted abcd",
        "PUT,DELETE,put",
        "DELETE,GET,deleted"
    })
    void theMethodIsTheOneInTheFirstLine(String method, String wanted, String answer) throws IOException {
        for (String name : List.of(
                "X-HTTP-Method-Override", "x-http-method-override", "X-HTTP-Method", "X-Method-Override", "_method")) {
            assertThat(answerTo(
                            method + " /v1/things?_method=" + wanted + " HTTP/1.1~Host: localhost~Connection: close~"
                                    + name + ": " + wanted + "~Content-Length: 4~~abcd"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("\r\n\r\n" + answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,cors,403",
        "cross-site,no-cors,403",
        "same-site,cors,403",
        "cross-site,navigate,200",
        "same-origin,cors,200",
        "none,navigate,200"
    })
    void aPageOfAnotherSiteMayNotReadButLinkHere(String site, String mode, int status) throws IOException {
        assertThat(answerTo("GET /v1/things HTTP/1.1~Host: localhost~Connection: close~Sec-Fetch-Site: " + site
                        + "~Sec-Fetch-Mode: " + mode + "~~"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2~~{", "Transfer-Encoding: chunked~~1~{~1~"})
    void aShortBodyMayComeWithAPause(String begin) throws IOException {
        try (Socket client = new Socket("127.0.0.1", SERVER.port())) {
            send(client, "POST /v1/things HTTP/1.1~Host: localhost~Connection: close~" + begin);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            send(client, begin.startsWith("Content") ? "}" : "}~0~~");

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("posted {}");
        }
    }

    private static void send(Socket client, String lines) throws IOException {
        client.getOutputStream().write(lines.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void assertIsProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json", "\"status\":" + status)
                .doesNotContain("jetty", "Jetty", "java.", "Server:");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
    }

    /** @param request in which ~ is the end of a line */
    private static String answerTo(String request) throws IOException {
        try (Socket client = new Socket("127.0.0.1", SERVER.port())) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            send(client, request);
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
