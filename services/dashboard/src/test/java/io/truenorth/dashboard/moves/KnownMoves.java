package io.truenorth.dashboard.moves;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What moved, as a test says; of other periods nothing is known yet. */
public final class KnownMoves implements MovesSource {
    private final Map<Integer, Moves> periods = new ConcurrentHashMap<>();

    /** Customers who stood elsewhere at the beginning of a period, by id; who is left out was not known. */
    public static Moves from(Map<String, Stage> stages) {
        return of(stages, new PointChanges());
    }

    /** The same with points. */
    public static Moves of(Map<String, Stage> stages, PointChanges points) {
        return new Moves(Period.since(30, Population.NOW), Population.NOW, stages, points);
    }

    public KnownMoves know(int days, Moves moves) {
        periods.put(days, moves);
        return this;
    }

    @Override
    public Optional<Moves> stages(int days) {
        return Optional.ofNullable(periods.get(days));
    }

    @Override
    public Optional<Moves> points(int days) {
        return stages(days);
    }
}
