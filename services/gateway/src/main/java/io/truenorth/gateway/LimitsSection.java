package io.truenorth.gateway;

import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.http.HttpConfig;

/** The section {@code gateway.limits}. */
final class LimitsSection {

    private static final long ONE_GIB = 1L << 30;

    private LimitsSection() {}

    static RequestLimits read(ConfigSection section, HttpConfig http) {
        RequestLimits standard = RequestLimits.standard();
        long unpacked = section.size(
                "unpackedBody", standard.unpacked(), 1024, ONE_GIB, "The longest request body once it is unpacked.");
        int events = section.integer("events", standard.events(), 1, 100_000, "The most events in one request.");
        int requests = section.integer(
                "requests",
                standard.requests(),
                1,
                4096,
                "The most requests under way at once, beyond which the answer is 503; fewer than the threads of HTTP.");
        long memory = section.size(
                "memory",
                standard.memory(),
                1 << 20,
                64 * ONE_GIB,
                "What the unpacked bodies of all requests under way may take, beyond which the answer is 503.");
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
