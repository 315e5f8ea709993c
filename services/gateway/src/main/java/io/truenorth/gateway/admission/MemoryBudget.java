package io.truenorth.gateway.admission;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that the bodies of all requests may take together. */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /**
     * A budget of some bytes.
     *
     * @param limit how many, together
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Takes some bytes if they are left. */
    public boolean tryTake(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    /** Gives some bytes back. */
    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** The bytes that are taken now. */
    public long taken() {
        return taken.get();
    }
}
