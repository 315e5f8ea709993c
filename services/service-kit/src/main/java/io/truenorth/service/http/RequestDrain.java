package io.truenorth.service.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads and discards the rest of a rejected request's body. A client that is still sending does not read the
 * response, which is lost if the connection is closed. The bytes read and the threads that read are limited.
 */
final class RequestDrain {

    private static final int CHUNK = 1 << 13;
    private static final int BODIES = 4;
    private static final int SHARE_OF_THREADS = 8;

    private final Semaphore room;
    private final long most;

    RequestDrain(HttpConfig config) {
        this.room = new Semaphore(config.threads() / SHARE_OF_THREADS);
        this.most = BODIES * config.maxBody();
    }

    void drain(Context ctx) {
        if (!room.tryAcquire()) {
            return;
        }
        try {
            InputStream body = ctx.bodyInputStream();
            byte[] chunk = new byte[CHUNK];
            long left = most;
            int count = body.read(chunk);
            while (count >= 0 && left > 0) {
                left -= count;
                count = body.read(chunk);
            }
        } catch (IOException | RuntimeException e) {
            // The client is gone, or too slow for Jetty: the answer may be lost on it.
        } finally {
            room.release();
        }
    }
}
