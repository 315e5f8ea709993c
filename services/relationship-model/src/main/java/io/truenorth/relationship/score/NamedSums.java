package io.truenorth.relationship.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sums by name, in the order of the names.
 *
 * @param <S> the sums of one name
 */
final class NamedSums<S extends NamedSums.Named> {

    private final List<S> ordered = new ArrayList<>(4);

    /** Sums that have a name. */
    interface Named {
        String name();
    }

    /** Returns the sums in the order of their names. */
    List<S> ordered() {
        return ordered;
    }

    /** Returns the sums of a name, creating them if absent. */
    S get(String name, Function<String, S> create) {
        int low = 0;
        int high = ordered.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            S sums = ordered.get(middle);
            int order = sums.name().compareTo(name);
            if (order == 0) {
                return sums;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        S sums = create.apply(name);
        ordered.add(low, sums);
        return sums;
    }
}
