package io.truenorth.gateway.admission;

/**
 * What one request, and all requests together, may take.
 *
 * @param body bytes of a body as sent
 * @param unpacked bytes of a body once it is unpacked
 * @param events events in a body
 * @param requests requests at once
 * @param memory bytes of unpacked bodies at once
 */
public record RequestLimits(long body, long unpacked, int events, int requests, long memory) {

    /** 1 MiB, 4 MiB unpacked, 1 000 events; 48 requests and 64 MiB at once. */
    public static RequestLimits standard() {
        return new RequestLimits(1 << 20, 4 << 20, 1000, 48, 64 << 20);
    }
}
