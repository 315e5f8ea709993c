package io.truenorth.benchmarks.load;

import io.truenorth.contract.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Another stream out of order: each touchpoint is drawn at random from a window of that stream. */
final class Displaced implements TouchpointStream {
    private final TouchpointStream inOrder;
    private final SplittableRandom random;
    private final int window;
    private final List<Touchpoint> waiting;

    Displaced(TouchpointStream inOrder, SplittableRandom random, int window) {
        this.inOrder = inOrder;
        this.random = random;
        this.window = window;
        this.waiting = new ArrayList<>(window);
    }

    @Override
    public Touchpoint next() {
        while (waiting.size() < window) {
            waiting.add(inOrder.next());
        }
        return waiting.set(random.nextInt(window), inOrder.next());
    }
}
