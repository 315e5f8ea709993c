package io.truenorth.dashboard.moves;

import java.util.List;
import java.util.Optional;

/** The moves of a period up to now. */
public interface MovesSource {
    /** The supported periods, in days. */
    List<Integer> PERIODS = List.of(7, 30, 90, 365);

    /** The stages at the start of a period; the point changes may be slightly outdated. Empty while they are not computed yet. */
    Optional<Moves> stages(int days);

    /** The stages at the start of a period, and the current point changes. Empty while they are not computed yet. */
    Optional<Moves> points(int days);
}
