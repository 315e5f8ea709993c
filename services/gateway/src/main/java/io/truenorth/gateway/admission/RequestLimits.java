package io.truenorth.gateway.admission;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;

/**
 * The limits of one request, and of all requests together.
 *
 * @param body bytes of a body as sent
 * @param unpacked bytes of a body once it is unpacked
 * @param events events in a body
 * @param requests requests at once
 * @param memory bytes of unpacked bodies at once
 */
public record RequestLimits(long body, long unpacked, int events, int requests, long memory) {

    private static final long ONE_GIB = 1L << 30;

    /** 1 MiB, 4 MiB unpacked, 1 000 events; 48 requests and 64 MiB at once. */
    public static RequestLimits standard() {
        return new RequestLimits(1 << 20, 4 << 20, 1000, 48, 64 << 20);
    }

    /** Reads the section {@code gateway.limits}. */
    public static RequestLimits read(ConfigSection section, HttpConfig http) {
        RequestLimits standard = RequestLimits.standard();
        long unpacked = section.size(
                "unpackedBody", standard.unpacked(), 1024, ONE_GIB, "The longest request body once it is unpacked.");
        int events = section.integer("events", standard.events(), 1, 100_000, "The most events in one request.");
        int requests = section.integer(
                "requests",
                standard.requests(),
                1,
                4096,
                "The most requests in progress at once, beyond which the answer is 503; fewer than the threads of HTTP.");
        long memory = section.size(
                "memory",
                standard.memory(),
                1 << 20,
                64 * ONE_GIB,
                "What the unpacked bodies of all requests in progress may take, beyond which the answer is 503.");
        if (requests >= http.threads()) {
            section.reject(
                    "requests",
                    "expected fewer requests than gateway.http.threads (" + http.threads() + "), was " + requests
                            + ": health and refusals need threads too");
        }
        if (memory < unpacked) {
            section.reject("memory", "expected at least gateway.limits.unpackedBody");
        }
        return new RequestLimits(http.maxBody(), unpacked, events, requests, memory);
    }
}
