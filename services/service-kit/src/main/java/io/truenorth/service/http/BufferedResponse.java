package io.truenorth.service.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * A response that buffers what the connection does not accept at once, so that the writing thread is free; the
 * connection calls back once it accepts more. Writers block only while {@link BufferedResponses} exceeds its limit.
 *
 * <p>Server-sent events are not buffered: their writer has to see what the client accepts.
 */
final class BufferedResponse extends Response.Wrapper implements Callback {
    private static final String LIVE = "text/event-stream";

    private final BufferedResponses all;
    private final Callback handled;
    private final Sending sending = new Sending();
    private final Deque<Part> waiting = new ArrayDeque<>();
    private long unread;
    private long takenAt;
    private long windowBegan;
    private long takenInWindow;
    private boolean complete;
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable Callback writer;

    /** One write. */
    private record Part(boolean last, @Nullable ByteBuffer content, int size) {
        static Part copyOf(boolean last, @Nullable ByteBuffer content) {
            if (content == null || !content.hasRemaining()) {
                return new Part(last, content, 0);
            }
            int size = content.remaining();
            return new Part(last, ByteBuffer.allocate(size).put(content).flip(), size);
        }
    }

    /**
     * A buffered response.
     *
     * @param handled completed once the client has received everything
     */
    BufferedResponse(Request request, Response response, Callback handled, BufferedResponses all) {
        super(request, response);
        this.handled = handled;
        this.all = all;
    }

    @Override
    @SuppressWarnings("NullAway") // Jetty writes nothing as null.
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (isLive()) {
            super.write(last, content, callback);
            return;
        }
        Optional<Throwable> broken = enqueue(Part.copyOf(last, content));
        if (broken.isPresent()) {
            callback.failed(broken.get());
            return;
        }
        sending.iterate();
        if (last || all.haveRoom()) {
            callback.succeeded();
        } else {
            await(callback);
        }
    }

    private boolean isLive() {
        String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith(LIVE);
    }

    private synchronized Optional<Throwable> enqueue(Part part) {
        if (failure == null) {
            if (unread == 0) {
                takenAt = all.now();
                beginWindow(takenAt);
            }
            waiting.add(part);
            unread += part.size;
            all.grow(part.size);
        }
        return Optional.ofNullable(failure);
    }

    /** Blocks a writer until the client has received its write, the buffers have room, or the client is disconnected. */
    private void await(Callback callback) {
        synchronized (this) {
            if (failure == null && unread > 0) {
                writer = callback;
                return;
            }
        }
        callback.succeeded();
    }

    /** Resumes a blocked writer. */
    void resume() {
        Callback waitedFor;
        synchronized (this) {
            waitedFor = writer;
            writer = null;
        }
        if (waitedFor != null) {
            waitedFor.succeeded();
        }
    }

    /** Number of buffered bytes. */
    synchronized long unread() {
        return unread;
    }

    /** How long the client has accepted none of the buffered bytes; 0 if there are none. */
    synchronized long stalledNanos(long now) {
        return unread == 0 ? 0 : now - takenAt;
    }

    /** Whether the client accepted less than the minimum in the window that ends now. */
    synchronized boolean isTooSlow(long now) {
        if (unread == 0 || now - windowBegan < BufferedResponses.WINDOW.toNanos()) {
            return false;
        }
        boolean tooSlow = takenInWindow < BufferedResponses.LEAST_IN_WINDOW;
        beginWindow(now);
        return tooSlow;
    }

    private void beginWindow(long now) {
        windowBegan = now;
        takenInWindow = 0;
    }

    /** Discards the buffered bytes and closes the connection. */
    void cutOff() {
        getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new TimeoutException("client reads the response too slowly"));
    }

    private synchronized void taken(int size) {
        if (failure != null) {
            return; // abandoned, and counted as such
        }
        unread -= size;
        all.grow(-size);
        takenAt = all.now();
        takenInWindow += size;
    }

    /** Discards what is buffered. */
    void abandon(Throwable cause) {
        boolean isOver;
        synchronized (this) {
            failure = cause;
            all.grow(-unread);
            unread = 0;
            waiting.clear();
            isOver = complete;
        }
        resume();
        if (isOver) {
            end(cause);
        }
    }

    /** The handler is done; its response may still be buffered. */
    @Override
    public void succeeded() {
        Throwable broken;
        synchronized (this) {
            complete = true;
            broken = failure;
        }
        if (broken == null) {
            sending.iterate();
        } else {
            end(broken);
        }
    }

    /** The handler failed: what it wrote is discarded. */
    @Override
    public void failed(Throwable cause) {
        synchronized (this) {
            complete = true;
        }
        abandon(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return handled.getInvocationType();
    }

    private void end(@Nullable Throwable cause) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        all.remove(this);
        if (cause == null) {
            handled.succeeded();
        } else {
            handled.failed(cause);
        }
    }

    /** Sends one write after the other. */
    private final class Sending extends IteratingCallback {
        private int sent;

        @Override
        @SuppressWarnings("NullAway") // Jetty writes nothing as null.
        protected Action process() {
            Part next;
            synchronized (BufferedResponse.this) {
                next = waiting.poll();
                if (next == null) {
                    return complete && failure == null ? Action.SUCCEEDED : Action.IDLE;
                }
            }
            sent = next.size;
            getWrapped().write(next.last, next.content, this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onSuccess() {
            taken(sent);
            if (unread() == 0) {
                resume();
            }
        }

        @Override
        protected void onCompleteSuccess() {
            end(null);
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            abandon(cause);
        }

        /** Nothing here blocks, so the selector thread may call it directly. */
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
