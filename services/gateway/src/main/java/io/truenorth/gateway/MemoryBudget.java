package io.truenorth.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that the bodies of all requests may take together. */
final class MemoryBudget {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Takes some bytes if they are left. */
    boolean tryTake(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** The bytes that are taken now. */
    long taken() {
        return taken.get();
    }
}
