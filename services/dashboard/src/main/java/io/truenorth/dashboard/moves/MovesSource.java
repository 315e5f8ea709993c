package io.truenorth.dashboard.moves;

import java.util.List;
import java.util.Optional;

/** What moved in a period until now. */
public interface MovesSource {
    /** The periods that may be asked for, in days. */
    List<Integer> PERIODS = List.of(7, 30, 90, 365);

    /** Where customers stood at the beginning of a period; the points may be a little older. Nothing while it is not known. */
    Optional<Moves> stages(int days);

    /** The same with points gained and lost as of now. */
    Optional<Moves> points(int days);
}
