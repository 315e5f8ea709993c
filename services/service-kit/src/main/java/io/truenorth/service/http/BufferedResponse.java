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
 * One answer on its way to its client. What the connection does not take at once waits here, so that the thread that wrote
 * it is free; the connection calls back when it takes more. Who writes is made to wait only while {@link BufferedResponses}
 * holds too much already.
 *
 * <p>Server-sent events pass straight through: who writes those has to know what the client takes.
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

    /** What was written at once. */
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
     * An answer.
     *
     * @param handled is told when the client has it all
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

    /** Lets a writer wait until the client has what was written, there is room, or the client is cut off. */
    private void await(Callback callback) {
        synchronized (this) {
            if (failure == null && unread > 0) {
                writer = callback;
                return;
            }
        }
        callback.succeeded();
    }

    /** Lets a writer that was made to wait go on. */
    void goOn() {
        Callback waitedFor;
        synchronized (this) {
            waitedFor = writer;
            writer = null;
        }
        if (waitedFor != null) {
            waitedFor.succeeded();
        }
    }

    /** How many bytes wait for the client. */
    synchronized long unread() {
        return unread;
    }

    /** For how long the client has taken nothing of what waits; 0 if nothing does. */
    synchronized long stalledNanos(long now) {
        return unread == 0 ? 0 : now - takenAt;
    }

    /** Whether the client took less than the least in the window that is over now. */
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

    /** Gives the client up: what waits is thrown away, and the connection is closed. */
    void cutOff() {
        getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new TimeoutException("the client reads the answer too slowly"));
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

    /** What still waits will never be sent. */
    void abandon(Throwable cause) {
        boolean isOver;
        synchronized (this) {
            failure = cause;
            all.grow(-unread);
            unread = 0;
            waiting.clear();
            isOver = complete;
        }
        goOn();
        if (isOver) {
            end(cause);
        }
    }

    /** The handler is done; its answer may still wait. */
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

    /** The handler failed: what it wrote is no answer. */
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

    /** Sends one part after the other. */
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
                goOn();
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

        /** Nothing here waits, so that the thread that finds room on the connection can go on itself. */
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
