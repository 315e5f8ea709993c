package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers names from 0, in the order of their first use. The few of a usual ledger are compared one by one. */
final class NameNumbers {

    private static final int FEW = 32;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>(0);

    int size() {
        return names.size();
    }

    /** Returns the names in the order of their numbers. */
    List<String> names() {
        return names;
    }

    /** Returns the number of a name, giving it the next one if it has none. */
    int of(String name) {
        int compared = Math.min(names.size(), FEW);
        for (int i = 0; i < compared; i++) {
            if (names.get(i).equals(name)) {
                return i;
            }
        }
        if (names.size() < FEW) {
            names.add(name);
            return names.size() - 1;
        }
        Integer number = numbers.putIfAbsent(name, names.size());
        if (number != null) {
            return number;
        }
        names.add(name);
        return names.size() - 1;
    }
}
