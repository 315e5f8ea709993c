package io.truenorth.cli.history;

import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Passes everything to another sink, in order, on a single background thread, so that a file is read while its events are
 * processed. A failure of the other sink is thrown by a later call, at the latest by {@link #close}.
 */
final class BackgroundSink implements HistorySink, AutoCloseable {
    private static final int BATCH = 512;
    private static final int MOST_PENDING = 16;

    private final HistorySink sink;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "truenorth-history"));
    private final Deque<Future<?>> pending = new ArrayDeque<>();
    private List<Consumer<HistorySink>> batch = new ArrayList<>(BATCH);

    BackgroundSink(HistorySink sink) {
        this.sink = sink;
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        add(to -> to.event(event, file, line));
    }

    @Override
    public void rejected(RejectedLine line) {
        add(to -> to.rejected(line));
    }

    @Override
    public void violation(FileViolation violation) {
        add(to -> to.violation(violation));
    }

    @Override
    public void note(FileNote note) {
        add(to -> to.note(note));
    }

    @Override
    public void progress(long bytes, long lines) {
        add(to -> to.progress(bytes, lines));
    }

    private void add(Consumer<HistorySink> call) {
        batch.add(call);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    private void submit() {
        if (pending.size() == MOST_PENDING) {
            await(pending.removeFirst());
        }
        List<Consumer<HistorySink>> calls = batch;
        batch = new ArrayList<>(BATCH);
        pending.add(thread.submit(() -> calls.forEach(call -> call.accept(sink))));
    }

    private static void await(Future<?> calls) {
        try {
            calls.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a history was processed", e);
        }
    }

    /** Returns once the other sink has received everything. */
    @Override
    public void close() {
        try {
            submit();
            while (!pending.isEmpty()) {
                await(pending.removeFirst());
            }
        } finally {
            thread.shutdownNow();
        }
    }
}
