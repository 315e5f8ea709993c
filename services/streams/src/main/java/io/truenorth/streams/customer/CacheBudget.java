package io.truenorth.streams.customer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The heap that the decoded customers of a process may use, shared equally by the partitions that the process owns at the
 * time. Thread-safe.
 */
public final class CacheBudget {
    private final long bytes;
    private final AtomicInteger partitions = new AtomicInteger();

    /**
     * Creates a budget.
     *
     * @param bytes of the process
     */
    public CacheBudget(long bytes) {
        this.bytes = bytes;
    }

    void join() {
        partitions.incrementAndGet();
    }

    void leave() {
        partitions.decrementAndGet();
    }

    /** Returns the bytes that one partition may use now. */
    long share() {
        return bytes / Math.max(1, partitions.get());
    }
}
