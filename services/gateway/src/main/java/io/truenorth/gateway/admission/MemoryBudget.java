package io.truenorth.gateway.admission;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all requests may use together. */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong reserved = new AtomicLong();

    /**
     * A budget.
     *
     * @param limit in bytes
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Reserves bytes if they are available. */
    public boolean tryReserve(long bytes) {
        if (reserved.addAndGet(bytes) <= limit) {
            return true;
        }
        release(bytes);
        return false;
    }

    /** Releases reserved bytes. */
    public void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    /** The bytes that are reserved. */
    public long reserved() {
        return reserved.get();
    }
}
