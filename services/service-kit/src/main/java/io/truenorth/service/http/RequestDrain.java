package io.truenorth.service.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads what a refused request still has to say, and throws it away. A client that is sending does not look for an answer
 * yet, and a connection that is closed under it takes the answer with it. Only so much is read, and by so many threads.
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
