package io.truenorth.simulator;

import java.util.List;

/**
 * The lifecycle of a person so far.
 *
 * @param person the name of the person
 * @param chapters its phases, oldest first; the last one is the current one
 */
public record Life(String person, List<Chapter> chapters) {
    public Life {
        chapters = List.copyOf(chapters);
    }

    /** The current phase. */
    public LifePhase phase() {
        return chapters.get(chapters.size() - 1).phase();
    }

    /**
     * A phase with its start.
     *
     * @param phase the phase
     * @param from its start, epoch ms of event time
     */
    public record Chapter(LifePhase phase, long from) {}
}
