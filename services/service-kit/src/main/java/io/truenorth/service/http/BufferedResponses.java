package io.truenorth.service.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Buffers responses for slow clients, so that they hold no thread. Jetty checks its minimum data rate only between
 * writes, and a blocked write holds its thread.
 *
 * <p>A client that reads less than 30 KiB per minute is disconnected. The total size of all buffers is limited:
 * beyond the limit, the clients that have stalled longest are disconnected first, and writers block meanwhile.
 */
final class BufferedResponses extends Handler.Wrapper {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Half of 1 KiB/s, as the kernel accepts bytes in steps and a steady client must not fall below the minimum because of that. */
    static final long LEAST_IN_WINDOW = 30 * 1024;

    private static final long LEAST_ROOM = 4L << 20;
    private static final int SHARE_OF_HEAP = 16;
    private static final long SWEEP_MILLIS = 100;

    /** Clients stalled for that long may be disconnected when the limit is reached. */
    private static final Duration STALL = Duration.ofMillis(250);

    private final Set<BufferedResponse> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong unread = new AtomicLong();
    private final Counter cutOff;
    private final long room;
    private final LongSupplier nanos;
    private volatile Scheduler.@Nullable Task sweeping;

    /** With a limit of a sixteenth of the heap, at least 4 MiB. */
    BufferedResponses(MeterRegistry meters) {
        this(meters, Math.max(LEAST_ROOM, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), System::nanoTime);
    }

    /**
     * With a given limit.
     *
     * @param room maximum number of buffered bytes of all clients
     * @param nanos a monotonic clock
     */
    BufferedResponses(MeterRegistry meters, long room, LongSupplier nanos) {
        this.room = room;
        this.nanos = nanos;
        this.cutOff = Counter.builder("http.server.clients.cut.off")
                .description("Clients disconnected because they read too slowly")
                .register(meters);
        Gauge.builder("http.server.unread", unread, AtomicLong::get)
                .description("Response bytes buffered for slow clients")
                .baseUnit("bytes")
                .register(meters);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        BufferedResponse answer = new BufferedResponse(request, response, callback, this);
        open.add(answer);
        boolean handled = false;
        try {
            handled = super.handle(request, answer, answer);
        } finally {
            if (!handled) {
                open.remove(answer);
                answer.abandon(new EofException("request not handled"));
            }
        }
        return handled;
    }

    void remove(BufferedResponse answer) {
        open.remove(answer);
    }

    void grow(long bytes) {
        unread.addAndGet(bytes);
    }

    boolean haveRoom() {
        return unread.get() <= room;
    }

    long now() {
        return nanos.getAsLong();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleSweep(getServer().getScheduler());
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task task = sweeping;
        if (task != null) {
            task.cancel();
        }
        super.doStop();
    }

    private void scheduleSweep(Scheduler scheduler) {
        sweeping = scheduler.schedule(() -> sweepAndReschedule(scheduler), SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweepAndReschedule(Scheduler scheduler) {
        try {
            sweep(now());
        } finally {
            if (isStarting() || isRunning()) {
                scheduleSweep(scheduler);
            }
        }
    }

    private void sweep(long now) {
        open.stream().filter(answer -> answer.isTooSlow(now)).forEach(this::cutOff);
        if (!haveRoom()) {
            makeRoom(now);
        }
        if (haveRoom()) {
            open.forEach(BufferedResponse::resume);
        }
    }

    /** Frees half of the limit, so that new responses find room. */
    private void makeRoom(long now) {
        List<BufferedResponse> stalled = open.stream()
                .filter(answer -> answer.stalledNanos(now) >= STALL.toNanos())
                .sorted(Comparator.comparingLong((BufferedResponse answer) -> answer.stalledNanos(now))
                        .reversed())
                .toList();
        for (BufferedResponse answer : stalled) {
            if (unread.get() <= room / 2) {
                return;
            }
            cutOff(answer);
        }
    }

    private void cutOff(BufferedResponse answer) {
        cutOff.increment();
        answer.cutOff();
    }
}
