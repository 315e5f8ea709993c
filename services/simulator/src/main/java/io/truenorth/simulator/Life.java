package io.truenorth.simulator;

import java.util.List;

/**
 * The life of a customer so far, as it truly was.
 *
 * @param customer the customer
 * @param chapters its phases, oldest first; the last one lasts
 */
public record Life(CustomerId customer, List<Chapter> chapters) {
    public Life {
        chapters = List.copyOf(chapters);
    }

    /** The phase of now. */
    public LifePhase phase() {
        return chapters.get(chapters.size() - 1).phase();
    }

    /**
     * One phase.
     *
     * @param phase what it was like
     * @param from when it began, epoch ms of event time
     */
    public record Chapter(LifePhase phase, long from) {}
}
