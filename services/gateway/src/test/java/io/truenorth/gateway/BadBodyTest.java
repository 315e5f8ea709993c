package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static io.truenorth.gateway.GatewayUnderTest.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadBodyTest extends BadInput {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "[",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{} {}",
                "[{}",
                "not json",
                "\u0000"
            })
    void whatIsNoJsonIsRefusedWhole(String body) {
        Answer answer = gateway.post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:truenorth:problem:unreadable-body");
        assertThat(answer.body().get("detail").asText()).isNotBlank();
    }

    @Test
    void anArrayThatBreaksOffIsNotTakenInPart() {
        Answer answer = gateway.post("[" + event() + "," + event() + ",");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).contains("line 1, column");
    }

    @Test
    void deepNestingIsRefused() {
        Answer answer = gateway.post("[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).startsWith("expected no more than 32 levels");
    }

    @Test
    void anArrayOfTenThousandIsRefused() {
        String many = "[" + (event() + ",").repeat(9_999) + event() + "]";

        Answer asSent = gateway.post(many);
        Answer packed = gateway.post("application/json", gzip(many), "Content-Encoding", "gzip");
        Answer lines = gateway.postLines((event() + "\n").repeat(1001));

        assertThat(asSent.status()).isEqualTo(413);
        assertThat(asSent.body().get("detail").asText()).isEqualTo("expected a body of up to 1048576 bytes as sent");
        assertThat(packed.status()).isEqualTo(413);
        assertThat(packed.body().get("detail").asText()).isEqualTo("expected up to 1000 events in a request");
        assertThat(lines.status()).isEqualTo(413);
    }

    @RepeatedTest(10)
    void aClientThatIsStillSendingGetsItsAnswer() {
        Answer answer = gateway.post("application/json", new byte[3 << 20]);

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aGzipBombIsRefused() {
        byte[] bomb = gzip(" ".repeat(50 << 20));

        Answer answer = gateway.post("application/json", bomb, "Content-Encoding", "gzip");

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().get("detail").asText())
                .isEqualTo("expected a body of up to 4194304 bytes once unpacked");
    }

    @Test
    void brokenGzipIsRefused() {
        byte[] packed = gzip(event());
        byte[] damaged = packed.clone();
        damaged[packed.length - 6] ^= 1;

        assertThat(unpacking(Arrays.copyOf(packed, packed.length - 9))).contains("gzip");
        assertThat(unpacking(Arrays.copyOf(packed, 5))).contains("gzip");
        assertThat(unpacking(damaged)).contains("checksum");
        assertThat(unpacking(event().getBytes(StandardCharsets.UTF_8))).contains("gzip");
        assertThat(unpacking(Arrays.copyOf(packed, packed.length + 3))).contains("gzip");
    }

    private static String unpacking(byte[] body) {
        Answer answer = gateway.post("application/json", body, "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().get("detail").asText();
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] latin = event("subject:\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = event("subject:\"?/\"").getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(overlong, StandardCharsets.ISO_8859_1).indexOf("?/");
        overlong[at] = (byte) 0xc0;
        overlong[at + 1] = (byte) 0xaf;

        Answer answer = gateway.post("application/json", latin);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).startsWith("expected UTF-8, broken at byte");
        assertThat(gateway.post("application/json", overlong).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/jsonp",
                "multipart/form-data; boundary=x"
            })
    void otherContentTypesAreRefused(String type) {
        Answer answer = gateway.post(type, event().getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("accept-post")).isEqualTo("application/json, application/x-ndjson");
        assertThat(answer.body().get("detail").asText())
                .isEqualTo("expected one of application/json, application/x-ndjson in UTF-8 as Content-Type");
    }

    @Test
    void otherEncodingsAreRefused() {
        Answer answer =
                gateway.post("application/json", event().getBytes(StandardCharsets.UTF_8), "Content-Encoding", "br");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("accept-encoding")).isEqualTo("gzip");
    }

    @Test
    void aBodyThatBreaksOffIsNoEvent() throws IOException {
        double before = gateway.count("gateway.touchpoints.refused", "reason", "unreadable");
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/touchpoints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n" + event())
                            .getBytes(StandardCharsets.US_ASCII));
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.count("gateway.touchpoints.refused", "reason", "unreadable") > before);
    }
}
