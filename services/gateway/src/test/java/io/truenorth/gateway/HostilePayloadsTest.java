package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a source is sent, it answers: 200 with what was stored, or a 4xx that says what is wrong. Never a 5xx. */
class HostilePayloadsTest extends DeclaredSources {
    private static final int ROUNDS = 400;
    private static final String OPEN = """
            signature: { scheme: none }
            parse: [ /raw, /raw/raw, /events/*/raw ]
            nobody: { crm: "0*0" }
            handshake: [ { when: { /type: hello }, answer: /challenge }, { method: GET, present: [ query:check ], answer: query:check } ]
            unwrap: { text: /envelope, envelope: outer }
            events:
              - when: { /type: order }
                eventId: { joined: [ /id, { hash: [ "" ] } ] }
                time: [ { iso: /at }, { seconds: /sec }, { mail: /mail }, { pattern: "dd.MM.yyyy HH:mm", of: /de } ]
                identities: [ { crm: /customer/number }, { email: { in: /answers, where: { /ref: "em*l" }, at: /value } } ]
                channel: { first: [ query:channel, web ] }
                kind: purchase
                direction: in
                money: { major: /total, currency: /currency }
                sentiment: { scale: nps, of: /nps }
                context: { agent: { count: x, of: /agent } }
              - each: /events/*
                when: { /events/*/type: "*order*" }
                time: { millis: /events/*/at }
                identities: [ { crm: { afterLast: "/", of: /events/*/who } } ]
                channel: web
                kind: purchase
                direction: in
            """;
    private static final String JSON = """
            {"type":"order","id":7,"at":"2026-03-01T11:00:00Z","customer":{"number":"c-1"},"answers":[{"ref":"email","value":"a@b.ch"}],
             "raw":"{\\"raw\\":\\"{\\\\\\"a\\\\\\":1}\\"}","total":19.99,"currency":"EUR","nps":9,"agent":"xxx","envelope":"x",
             "events":[{"type":"reorder","raw":"[1]","at":1772366400000,"who":"/a/b"}]}""";
    private static final String FORM =
            "type=order&id=7&at=2026-03-01T11%3A00%3A00Z&customer%5Bnumber%5D=c-1&answers[0][ref]=email&answers[0][value]=a%40b.ch"
                    + "&raw=%7B%22raw%22%3A%221%22%7D&total=19.99&currency=EUR&nps=9&events[][type]=order";
    private static final String MULTIPART = "--xx\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\norder\r\n"
            + "--xx\r\nContent-Disposition: form-data; name=\"at\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n2026-03-01T11:00:00Z\r\n"
            + "--xx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.png\"\r\n\r\n\u0000\u0001\r\n"
            + "--xx\r\nContent-Disposition: form-data; name=\"customer[number]\"\r\n\r\nc-1\r\n--xx--\r\n";
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain; charset=UTF-8",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=utf-16",
            "multipart/form-data; boundary=xx",
            "multipart/form-data; boundary=\"\"",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "y".repeat(300),
            "nonsense;;;=");

    @Test
    void damagedPayloadsAreAnswered() throws IOException {
        startDesk(OPEN);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String payload = List.of(JSON, FORM, MULTIPART).get(random.nextInt(3));
            byte[] damaged = damaged(payload.getBytes(StandardCharsets.UTF_8), random);
            answered(damaged, TYPES.get(random.nextInt(TYPES.size())), "seed " + seed + ", round " + i);
        }
    }

    @Test
    void bombsAreAnswered() throws IOException {
        startDesk(OPEN);
        String escaped = "1";
        for (int i = 0; i < 12; i++) {
            escaped = "{\"raw\":\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
        for (String json : List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "[" + "{},".repeat(60_000) + "{}]",
                "{\"raw\":\"" + "[".repeat(100_000) + "\"}",
                "{\"raw\":\"[" + "1,".repeat(99_000) + "1]\"}",
                "{\"events\":[" + "{\"raw\":\"[1,1,1,1,1,1,1,1,1]\"},".repeat(12_000) + "{}]}",
                escaped,
                "{\"type\":\"order\",\"id\":\"" + "x".repeat(500_000) + "\"}",
                "{\"type\":\"order\",\"at\":\"2026-03-01T11:00:00Z\",\"customer\":{\"number\":\"c\"},\"total\":1e999999999,\"currency\":\"EUR\"}",
                "{\"type\":\"order\",\"sec\":" + "9".repeat(90) + "}",
                "{\"a\":1,\"a\":2}",
                "\"text\"",
                "null",
                "",
                "\u0000")) {
            answered(
                    json.getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    json.substring(0, Math.min(40, json.length())));
        }
        for (String form : List.of(
                "a" + "[a]".repeat(100_000) + "=1",
                "a" + "[]".repeat(100) + "=1",
                "a[][][][][]=1&a[b]=2&a=3",
                "a&".repeat(200_000),
                "a[]=1&".repeat(9_999),
                "%00=%00&type=order&customer[number]=%00",
                "type=order&customer[number]=a\u0000b",
                "=&=&=",
                "[]=1",
                "&&&&",
                "type=order&type=order",
                "customer[number][]=1&customer[number]=2&type=order&at=2026-03-01T11:00:00Z")) {
            answered(
                    form.getBytes(StandardCharsets.UTF_8),
                    TYPES.get(2),
                    form.substring(0, Math.min(40, form.length())));
        }
        answered(
                ("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(12_000) + "--xx--\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                TYPES.get(4),
                "thousands of parts");
        answered(
                ("--xx\r\nX: " + "y".repeat(100_000) + "\r\n\r\n1\r\n--xx--\r\n").getBytes(StandardCharsets.UTF_8),
                TYPES.get(4),
                "long header of a part");
    }

    @Test
    void hostileQueriesAreAnswered() throws IOException {
        start(Map.of("desk", OPEN, "get", "method: GET\n" + OPEN.replaceAll("handshake: .*\n", "")), Map.of());

        for (String query : List.of(
                "%zz",
                "a=%FF",
                "check=%00",
                "check=%E2%98%85",
                "a[b]=1&a=2",
                "&&",
                "=",
                "channel=%FF",
                "a=%4",
                "a=|{}^",
                "a=\"",
                "check=" + "x".repeat(3000))) {
            for (String source : List.of("desk", "get")) {
                String path = "/v1/sources/" + source + "?" + query;
                assertThat(status("GET " + path, "")).as("GET " + path).isBetween(200, 499);
                assertThat(status("POST " + path, JSON)).as("POST " + path).isBetween(200, 499);
            }
        }
    }

    /** The status of a request whose URL no client would send. */
    private int status(String request, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            String head = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    /** Flips bits, cuts, repeats and inserts. */
    private static byte[] damaged(byte[] payload, Random random) {
        byte[] bytes = payload.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "\u0000[]{}\",:%&=\r\n\\-".charAt(random.nextInt(15));
                default -> bytes[at] = bytes[random.nextInt(bytes.length)];
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void answered(byte[] body, String contentType, String what) {
        int before = gateway.producer.history().size();
        HttpResponse<String> answer = gateway.sendBytes("/v1/sources/desk", body, "Content-Type", contentType);
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isBetween(200, 499);
        if (answer.statusCode() == 200 && answer.body().startsWith("{\"accepted\"")) {
            assertThat(gateway.producer.history().size()).as(what).isGreaterThan(before);
        } else if (answer.statusCode() != 200) {
            assertThat(answer.body()).as(what).contains("\"detail\":");
        }
    }
}
