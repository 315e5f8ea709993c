package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.Population;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the files of the page come over HTTP. */
class PageTest {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml");
    /** What is smaller than a packet gains nothing. */
    private static final int WORTH_COMPRESSING = 1_500;

    private static final int HEAVIEST = 500_000;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static DashboardUnderTest dashboard;

    @BeforeAll
    static void start() {
        dashboard = new DashboardUnderTest(new Population());
    }

    @AfterAll
    static void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#all")
    void aFileIsServedAsWhatItIs(String file) throws Exception {
        HttpResponse<byte[]> answer = get(file, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type"))
                .isEqualToIgnoringWhitespace(TYPES.get(file.replaceFirst(".*\\.", "")));
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo(PageFiles.bytes(file));
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#all")
    void aFileRunsNothingOfOthersAndTellsThemNothing(String file) throws Exception {
        HttpResponse<byte[]> answer = get(file, Map.of());

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#all")
    void aFileIsCompressedForThoseWhoAsk(String file) throws Exception {
        HttpResponse<byte[]> answer = get(file, Map.of("Accept-Encoding", "gzip"));

        if (PageFiles.bytes(file).length >= WORTH_COMPRESSING) {
            assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        }
        assertThat(header(answer, "Vary")).as("for caches between").isEqualTo("Accept-Encoding");
        assertThat(plain(answer)).isEqualTo(PageFiles.bytes(file));
    }

    @Test
    void theWholePageIsLight() throws Exception {
        int weight = 0;
        for (String file : PageFiles.all()) {
            weight += get(file, Map.of("Accept-Encoding", "gzip")).body().length;
        }

        assertThat(weight).isBetween(10_000, HEAVIEST);
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#all")
    void whoHasAFileIsNotSentItAgain(String file) throws Exception {
        String tag = header(get(file, Map.of("Accept-Encoding", "gzip")), "ETag");

        HttpResponse<byte[]> answer = get(file, Map.of("Accept-Encoding", "gzip", "If-None-Match", tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/objectives",
                "/channels",
                "/segments/region",
                "/customers",
                "/customers/crm:ann",
                "/identities",
                "/pipeline",
                "/privacy",
                "/privacy/er-7"
            })
    void everyViewIsTheOnePage(String view) throws Exception {
        assertThat(get(view, Map.of()).body()).isEqualTo(PageFiles.bytes("/index.html"));
    }

    private static HttpResponse<byte[]> get(String file, Map<String, String> headers) throws Exception {
        String address = file.equals("/index.html") ? "/" : file;
        HttpRequest.Builder request = HttpRequest.newBuilder(dashboard.uri().resolve(address));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        if (header(answer, "Content-Encoding").isEmpty()) {
            return answer.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }
}
