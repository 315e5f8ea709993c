package io.truenorth.benchmarks.load;

import io.truenorth.contract.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A part of another stream out of order: each touchpoint is drawn at random from a window that moves along that part. */
final class Displaced implements TouchpointStream {
    private final TouchpointStream inOrder;
    private final SplittableRandom random;
    private final int window;
    private final List<Touchpoint> waiting;
    private int left;

    /**
     * Displaces touchpoints.
     *
     * @param count how many of the stream there are; later ones do not take part
     */
    Displaced(TouchpointStream inOrder, int count, SplittableRandom random, int window) {
        this.inOrder = inOrder;
        this.left = count;
        this.random = random;
        this.window = window;
        this.waiting = new ArrayList<>(window);
    }

    @Override
    public Touchpoint next() {
        while (waiting.size() < window && left > 0) {
            waiting.add(inOrder.next());
            left--;
        }
        int drawn = random.nextInt(waiting.size());
        Touchpoint last = waiting.remove(waiting.size() - 1);
        return drawn == waiting.size() ? last : waiting.set(drawn, last);
    }
}
