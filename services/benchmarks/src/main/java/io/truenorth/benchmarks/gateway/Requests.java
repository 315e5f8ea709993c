package io.truenorth.benchmarks.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as they go over the wire, made before they are needed: events of many customers, each of about 300 bytes. */
final class Requests {
    private static final int DIFFERENT_EVENTS = 20_000;
    private static final String[] KINDS = {"page_visited", "product_viewed", "purchase", "ticket_opened"};

    private final List<byte[]> requests;
    private final int events;

    private Requests(List<byte[]> requests, int events) {
        this.requests = requests;
        this.events = events;
    }

    /** Requests with so many events each, as an array, or alone. */
    static Requests of(int events) {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < DIFFERENT_EVENTS / events; i++) {
            String body = IntStream.range(0, events)
                    .mapToObj(j -> event(random))
                    .collect(Collectors.joining(",", events == 1 ? "" : "[", events == 1 ? "" : "]"));
            requests.add(request(body));
        }
        return new Requests(requests, events);
    }

    private static byte[] request(String body) {
        return ("POST /v1/touchpoints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String event(SplittableRandom random) {
        return String.format(
                Locale.ROOT,
                "{\"eventId\": \"e-%d\", \"identities\": [{\"namespace\": \"crm\", \"value\": \"c-%d\"}], \"occurredAt\":"
                        + " \"%s\", \"channel\": \"web\", \"kind\": \"%s\", \"direction\": \"in\", \"subject\": \"packs\","
                        + " \"money\": {\"amountMinor\": %d, \"currency\": \"EUR\"}, \"attributes\": {\"region\": \"north\"}}",
                random.nextLong(Long.MAX_VALUE),
                random.nextInt(100_000),
                Instant.ofEpochSecond(1_767_225_600L + random.nextInt(5_000_000)),
                KINDS[random.nextInt(KINDS.length)],
                random.nextInt(100_000));
    }

    /** The events of each. */
    int events() {
        return events;
    }

    /** One of them; the same for the same number. */
    byte[] get(int number) {
        return requests.get(Math.floorMod(number, requests.size()));
    }
}
